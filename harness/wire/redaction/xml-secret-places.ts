import { textInBase64 } from './base64-text.ts';
import { isDerText } from './der-text.ts';
import { unescapeXml, type SecretPlace } from './secret-place.ts';
import type { SecretKind } from './secret-ledger.ts';
import { findElements, type FoundElement } from './xml-elements.ts';

/**
 * The secrets in known places of XML and HTML: passwords and user tokens of WS-Security, APPAUTH secrets of a
 * provisioning document (MS-MDE2 2.2.9.5), hidden inputs of a sign-in page, credentials of SyncML. It scans the text,
 * because a document that no parser accepts may hold secrets too.
 */
export function findXmlSecrets(text: string): SecretPlace[] {
  if (!/[<=]/.test(text)) return [];
  return [
    ...findElements(text, 'Password').map((element) => elementPlace(text, element, 'password')),
    ...userTokens(text),
    ...findNamedValues(text),
    ...findElements(text, 'NextNonce').map((element) => elementPlace(text, element, 'nonce')),
    ...syncmlData(text, { mark: /<(?:[\w.-]+:)?Cred[\s>]/g, parent: 'Cred', kind: 'authorization' }).map(asBasic),
    ...syncmlData(text, { mark: /AAuthSecret\s*<\/(?:[\w.-]+:)?LocURI\s*>/gi, parent: 'Item', kind: 'secret' }),
    ...syncmlData(text, { mark: /AAuthData\s*<\/(?:[\w.-]+:)?LocURI\s*>/gi, parent: 'Item', kind: 'nonce' }),
  ];
}

function elementPlace(text: string, { start, end }: FoundElement, kind: SecretKind): SecretPlace {
  return { kind, start, end, value: unescapeXml(text.slice(start, end)) };
}

/** Tokens in the Security header. Certificates and certificate requests are no secrets, whatever their ValueType says. */
function userTokens(text: string): SecretPlace[] {
  const borders = [...text.matchAll(/<(\/?)(?:[\w.-]+:)?(Security|Body)(?=[\s>/])/gi)].map((match) => ({
    index: match.index,
    opensSecurity: match[1] === '' && match[2]?.toLowerCase() === 'security',
  }));
  return findElements(text, 'BinarySecurityToken')
    .filter(({ index, tag, start, end }) => {
      const isInSecurity = borders.findLast((border) => border.index < index)?.opensSecurity === true;
      const isUserToken = /ValueType\s*=\s*["'][^"']*(?:UserToken|:jwt|oauth)/i.test(tag);
      return (isInSecurity || isUserToken) && !isDerText(text.slice(start, end));
    })
    .map((element) => elementPlace(text, element, 'token'));
}

const kindsByName: Readonly<Record<string, SecretKind>> = { aauthsecret: 'secret', aauthdata: 'nonce' };
const quote = `(?:"|'|&(?:quot|apos|#0*34|#0*39|#[xX]0*2[27]);)`;
const name = `name\\s*=\\s*(?<mark>${quote})\\s*(?<name>AAUTHSECRET|AAUTHDATA|wresult|access_?token|id_token|refresh_token|password|passwd|pwd)\\s*\\k<mark>`;
const between = `(?:(?!&[lg]t;)[^<>]){0,300}?`;
const nameFirst = new RegExp(`${name}${between}\\bvalue\\s*=\\s*(?<quote>${quote})?`, 'gi');
const valueFirst = new RegExp(
  `\\bvalue\\s*=\\s*(?<quote>${quote})(?<value>(?:(?!\\k<quote>)[^<])*)\\k<quote>${between}${name}`,
  'gi',
);

/** `name="AAUTHSECRET" … value="…"` in either order, also where the markup itself is escaped. */
function findNamedValues(text: string): SecretPlace[] {
  const place = (named: string, start: number, end: number): SecretPlace => {
    const lower = named.toLowerCase();
    const kind = kindsByName[lower] ?? (lower.startsWith('p') ? 'password' : 'token');
    return { kind, start, end, value: unescapeXml(text.slice(start, end)) };
  };
  const first = [...text.matchAll(nameFirst)].map((match) => {
    const start = match.index + match[0].length;
    return place(match.groups?.['name'] ?? '', start, endOfValue(text, start, match.groups?.['quote']));
  });
  const last = [...text.matchAll(valueFirst)].map((match) => {
    const { quote: mark = '', value = '', name: named = '' } = match.groups ?? {};
    const start = match.index + match[0].indexOf(mark) + mark.length;
    return place(named, start, start + value.length);
  });
  return [...first, ...last];
}

function endOfValue(text: string, start: number, mark: string | undefined): number {
  const value = mark === undefined ? /[^\s<>"']*/y : new RegExp(`(?:(?!${mark})[^<])*`, 'y');
  value.lastIndex = start;
  return start + (value.exec(text)?.[0].length ?? 0);
}

interface SyncmlPlace {
  readonly mark: RegExp;
  readonly parent: string;
  readonly kind: SecretKind;
}

/** The first Data element behind each mark, inside the parent that the mark stands in. */
function syncmlData(text: string, { mark, parent, kind }: SyncmlPlace): SecretPlace[] {
  return [...text.matchAll(mark)].flatMap((match) => {
    const from = match.index + match[0].length;
    const [inside = ''] = text.slice(from, from + 2000).split(new RegExp(`</(?:[\\w.-]+:)?${parent}`, 'i'));
    const [data] = findElements(inside, 'Data');
    return data ? [elementPlace(text, { ...data, start: from + data.start, end: from + data.end }, kind)] : [];
  });
}

/** `syncml:auth-basic` is base64 of name and password. */
function asBasic(place: SecretPlace): SecretPlace {
  const [, password] = /^[^:]+:(.+)$/s.exec(textInBase64(place.value) ?? '') ?? [];
  return password === undefined ? place : { ...place, kind: 'password', value: password };
}
