import { textInBase64 } from './base64-text.ts';
import { isDerText } from './der-text.ts';
import { findNamedValues } from './named-values.ts';
import { readable, unescapeXml, type SecretPlace } from './secret-place.ts';
import type { SecretKind } from './secret-ledger.ts';
import { createMarkFinder } from './mark-finder.ts';
import { findElements, sections, type FoundElement } from './xml-elements.ts';

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
    ...syncmlData(text, { mark: /<(?:[\w.-]{1,256}:)?Cred[\s>]/g, parent: 'Cred', kind: 'authorization' }).map(asBasic),
    ...syncmlData(text, { mark: /AAuthSecret\s*<\/(?:[\w.-]{1,256}:)?LocURI\s*>/gi, parent: 'Item', kind: 'secret' }),
    ...syncmlData(text, { mark: /AAuthData\s*<\/(?:[\w.-]{1,256}:)?LocURI\s*>/gi, parent: 'Item', kind: 'nonce' }),
  ];
}

function elementPlace(text: string, { start, end }: FoundElement, kind: SecretKind): SecretPlace {
  return { kind, start, end, value: textOf(text.slice(start, end)) };
}

/** The text as an XML reader joins it. */
function textOf(content: string): string {
  if (!content.includes('<')) return unescapeXml(content);
  const next = createMarkFinder(content, '<');
  const pieces: string[] = [];
  for (let at = 0; at < content.length;) {
    const mark = next(at);
    pieces.push(unescapeXml(content.slice(at, mark)));
    const section = sections.find(([begin]) => content.startsWith(begin, mark));
    if (!section) break;
    const [opening, closing] = section;
    const closed = content.indexOf(closing, mark + opening.length);
    const end = closed === -1 ? content.length : closed;
    if (opening === '<![CDATA[') pieces.push(readable(content.slice(mark + opening.length, end)));
    at = end + closing.length;
  }
  return pieces.join('');
}

/** Tokens in the Security header. Certificates and certificate requests are no secrets, whatever their ValueType says. */
function userTokens(text: string): SecretPlace[] {
  const borders = [...text.matchAll(/<(\/?)(?:[\w.-]{1,256}:)?(Security|Body)(?=[\s>/])/gi)].map((match) => ({
    index: match.index,
    opensSecurity: match[1] === '' && match[2]?.toLowerCase() === 'security',
  }));
  let passed = 0;
  return findElements(text, 'BinarySecurityToken')
    .filter(({ index, tag, start, end }) => {
      while ((borders[passed]?.index ?? Infinity) < index) passed += 1;
      const isInSecurity = borders[passed - 1]?.opensSecurity === true;
      const isUserToken = /ValueType\s*=\s*["'][^"']*(?:UserToken|:jwt|oauth)/i.test(tag);
      return (isInSecurity || isUserToken) && !isDerText(text.slice(start, end));
    })
    .map((element) => elementPlace(text, element, 'token'));
}

interface SyncmlPlace {
  readonly mark: RegExp;
  readonly parent: string;
  readonly kind: SecretKind;
}

/** Characters between a mark and its data. */
const farthestData = 2000;

/** The first Data element behind each mark, inside the parent that the mark stands in. */
function syncmlData(text: string, { mark, parent, kind }: SyncmlPlace): SecretPlace[] {
  const marks = [...text.matchAll(mark)];
  if (marks.length === 0) return [];
  const data = findElements(text, 'Data');
  const closings = [...text.matchAll(new RegExp(`</(?:[\\w.-]{1,256}:)?${parent}`, 'gi'))];
  let [nextData, nextClosing, taken] = [0, 0, -1];
  return marks.flatMap((match) => {
    const from = match.index + match[0].length;
    while ((data[nextData]?.index ?? Infinity) < from) nextData += 1;
    while ((closings[nextClosing]?.index ?? Infinity) < from) nextClosing += 1;
    const element = data[nextData];
    const limit = Math.min(closings[nextClosing]?.index ?? Infinity, from + farthestData);
    if (!element || element.index >= limit || taken === nextData) return [];
    taken = nextData;
    return [elementPlace(text, element, kind)];
  });
}

/** `syncml:auth-basic` is base64 of name and password. */
function asBasic(place: SecretPlace): SecretPlace {
  const [, password] = /^[^:]+:(.+)$/s.exec(textInBase64(place.value) ?? '') ?? [];
  return password === undefined ? place : { ...place, kind: 'password', value: password };
}
