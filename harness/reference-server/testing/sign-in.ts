import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Departure } from '../../engine/rule/counterexample.ts';
import { poolAuthorityKeys } from '../../protocol/pki/build/authority-keys.ts';
import { toFetchHandler, type FetchHandler } from '../mount/fetch-handler.ts';
import { createReferenceServer, type ReferenceServer, type ReferenceServerOptions } from '../mount/handler.ts';
import { instant, origin, user } from './requests.ts';

export const signInUrl = `${origin}/EnrollmentServer/Authenticate`;
export const settingsApp = 'ms-app://windows.immersivecontrolpanel';

/** A server with federated authentication at a fixed origin and seed, and with on-premise beside it where `options` say so. */
export function federatedServer(
  options: Partial<ReferenceServerOptions> = {},
  ...departures: readonly Departure[]
): ReferenceServer {
  return createReferenceServer({
    origin,
    now: () => instant,
    seed: 'test',
    users: [user],
    keys: poolAuthorityKeys(),
    auth: ['federated'],
    departures,
    ...options,
  });
}

/** A form of a page: its attributes, and the names and values of its inputs. */
export interface PageForm {
  readonly method: string | undefined;
  readonly action: string | undefined;
  readonly inputs: ReadonlyMap<string, string>;
}

/** The forms of a page, as a browser reads it. */
export function formsIn(html: string): readonly PageForm[] {
  return elements(parse(html), 'form').map((form) => ({
    method: attribute(form, 'method'),
    action: attribute(form, 'action'),
    inputs: new Map(
      elements(form, 'input').map((input) => [attribute(input, 'name') ?? '', attribute(input, 'value') ?? '']),
    ),
  }));
}

/** All elements of a page with this name, as a browser reads it. */
export function elementsIn(html: string, name: string): readonly DefaultTreeAdapterTypes.Element[] {
  return elements(parse(html), name);
}

export function attribute({ attrs }: DefaultTreeAdapterTypes.Element, name: string): string | undefined {
  return attrs.find((candidate) => candidate.name === name)?.value;
}

function elements(node: DefaultTreeAdapterTypes.ParentNode, name: string): DefaultTreeAdapterTypes.Element[] {
  return node.childNodes.flatMap((child) => [
    ...('tagName' in child && child.tagName === name ? [child] : []),
    ...('childNodes' in child ? elements(child, name) : []),
  ]);
}

interface Start {
  readonly appru?: string;
  readonly hint?: string;
  readonly url?: string;
}

/** The address that a device opens. */
export function startUrl({ appru = settingsApp, hint = user.email, url = signInUrl }: Start = {}): string {
  return `${url}?appru=${encodeURIComponent(appru)}&login_hint=${encodeURIComponent(hint)}`;
}

interface Login {
  readonly url?: string;
  readonly username?: string;
  readonly password?: string;
  /** Headers of each request besides the cookie. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Opens the page and sends its form, as a browser without an earlier session does. */
export async function logIn(server: ReferenceServer, login: Login = {}): Promise<Response> {
  const { url = startUrl(), username = user.email, password = user.password, headers = {} } = login;
  const fetch: FetchHandler = toFetchHandler(server);
  const start = await fetch(new Request(url, { headers }));
  const [form] = formsIn(await start.text());
  if (!form) return start;
  const cookies = start.headers.getSetCookie().map((value) => value.replace(/;.*$/, ''));
  const fields = new Map(form.inputs).set('username', username).set('password', password);
  return await fetch(
    new Request(new URL(form.action ?? '', url), {
      method: 'POST',
      headers: { ...headers, cookie: cookies.join('; ') },
      body: new URLSearchParams([...fields]),
    }),
  );
}

/** The token in the last page of a sign-in. */
export async function tokenOf(server: ReferenceServer, login?: Login): Promise<string> {
  const [form] = formsIn(await (await logIn(server, login)).text());
  const token = form?.inputs.get('wresult');
  if (token === undefined) throw new Error('the sign-in gave no token');
  return token;
}

const wsse = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const userToken = 'http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentUserToken';

/** The Security header with a token; `text` replaces its base64. */
export function tokenSecurity(
  token: string,
  { valueType = userToken, encodingType = `${wsse}#base64binary`, text = Buffer.from(token).toString('base64') } = {},
): string {
  return [
    `<o:Security xmlns:o="${wsse}" s:mustUnderstand="1">`,
    `<o:BinarySecurityToken ValueType="${valueType}" EncodingType="${encodingType}">${text}</o:BinarySecurityToken>`,
    '</o:Security>',
  ].join('');
}
