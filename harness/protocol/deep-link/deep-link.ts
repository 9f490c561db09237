import { deepLinkScheme, linkModes, linkParameters, type LinkMode } from './parameters.ts';
import { isGuid, isOwnership, isPrincipalName, isServerUrl } from './value-forms.ts';

/** What a deep link says; each field is a parameter of the link. */
export interface DeepLinkContent {
  /** What the link starts. Default: `mdm`, enrollment in device management. */
  readonly mode?: LinkMode;
  /** The user who enrolls: an e-mail address or a user principal name. */
  readonly username?: string;
  /** The URL of the server, with `https:`. */
  readonly servername?: string;
  /** A token of the server. Whoever has the link has it. */
  readonly accesstoken?: string;
  /** A GUID that tells the server which device it is. */
  readonly deviceidentifier?: string;
  /** A GUID or a text that tells the server which tenant it is. */
  readonly tenantidentifier?: string;
  /** Who owns the device: 1 is not known, 2 the user, 3 the organisation. */
  readonly ownership?: 1 | 2 | 3;
}

/** A deep link cannot be made of these values. The message names the parameter and what is allowed, and never an access token. */
export class WrongDeepLink extends Error {
  override readonly name = 'WrongDeepLink';
  /** The parameter that is wrong. */
  readonly parameter: keyof DeepLinkContent;

  constructor(parameter: keyof DeepLinkContent, message: string) {
    super(message);
    this.parameter = parameter;
  }
}

/**
 * Makes the link `ms-device-enrollment:?mode=…`, each value percent-encoded. It escapes nothing for HTML: `deepLinkAnchor` does. Throws
 * `WrongDeepLink` for a value that a document does not allow.
 */
export function deepLink(content: DeepLinkContent): string {
  const values = { ...content, mode: content.mode ?? 'mdm' };
  const query = linkParameters.flatMap(({ name }) => {
    const value = values[name];
    if (value === undefined) return [];
    refuseWrong(name, String(value));
    return [`${name}=${encoded(name, String(value))}`];
  });
  return `${deepLinkScheme}?${query.join('&')}`;
}

/** What each parameter allows, as a clause for people. */
const allowed: Readonly<Record<keyof DeepLinkContent, string>> = {
  mode: Object.keys(linkModes).join(', '),
  username: 'an e-mail address or a user principal name, such as user@contoso.com',
  servername:
    'a URL with https: and without a user name, such as https://mdm.contoso.com/EnrollmentServer/Discovery.svc',
  accesstoken: 'a text that is not empty and has no control characters',
  deviceidentifier: 'a GUID, such as 7e3a9a52-0c60-4bd2-b5a3-1d0f8e6b2c41',
  tenantidentifier: 'a GUID or a text that is not empty and has no control characters',
  ownership: '1, 2 or 3',
};

const rules: Readonly<Record<keyof DeepLinkContent, (value: string) => boolean>> = {
  mode: (value) => Object.hasOwn(linkModes, value),
  username: isPrincipalName,
  servername: isServerUrl,
  accesstoken: isText,
  deviceidentifier: isGuid,
  tenantidentifier: isText,
  ownership: isOwnership,
};

function refuseWrong(name: keyof DeepLinkContent, value: string): void {
  if (rules[name](value)) return;
  const seen = name === 'accesstoken' ? name : `${name} "${value}"`;
  throw new WrongDeepLink(name, `${seen} is not allowed; allowed is ${allowed[name]}`);
}

function isText(value: string): boolean {
  return value.trim() !== '' && !/\p{Cc}/u.test(value);
}

/** `encodeURIComponent` leaves marks that markup or a mail program may take for the end of a link. */
function encoded(name: keyof DeepLinkContent, value: string): string {
  try {
    return encodeURIComponent(value).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  } catch {
    throw new WrongDeepLink(name, `${name} holds half a character; allowed is ${allowed[name]}`);
  }
}

/** The link as an element of HTML: `<a href="…">text</a>`, link and text escaped. */
export function deepLinkAnchor(link: string, text: string): string {
  return `<a href="${escaped(link)}">${escaped(text)}</a>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);
}
