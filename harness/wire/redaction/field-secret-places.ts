import { readable, unescapeXml, type SecretPlace } from './secret-place.ts';
import type { SecretKind } from './secret-ledger.ts';

const names =
  'access_?token|id_token|refresh_token|token|wresult|password|passwd|pwd|client_secret|assertion|client_assertion|samlresponse';
/** Every repetition has a bound, so that no text takes longer than its length allows. */
const percent = '%(?:25){0,4}';
const separator = `(?:^|[?&;#\\s]|&amp;|\\\\u0026|${percent}(?:26|3[fF]|23))`;
const query = new RegExp(`(?<=${separator})(?<name>${names})=(?<value>(?:(?!\\\\u0026)[^&\\s"'<>#])+)`, 'gi');
/** In a query that is percent-encoded as a whole, the value ends at the next encoded ampersand. */
const encodedQuery = new RegExp(
  `(?<=${separator})(?<name>${names})${percent}3[dD](?<value>(?:(?!${percent}26|\\\\u0026)[^&\\s"'<>#])+)`,
  'gi',
);
const json = new RegExp(`"(?<name>${names})"\\s*:\\s*"(?<value>(?:[^"\\\\]|\\\\.)+)"`, 'gi');
const mayHold = /(?:token|wresult|passwo?r?d|pwd|secret|assertion|samlresponse)(?:=|%|"\s*:)/i;
/** Name and password before the host of a URL (RFC 3986 section 3.2.1). */
const userinfo = /:\/\/[^\s/?#@:"'<>\\]{0,200}:(?<value>[^\s/?#@"'<>\\]{1,400})@/g;
const inEncoded = `(?:(?!${percent}(?:2[fF]|3[aAfF]|40))[^\\s/?#@:&"'<>\\\\])`;
/** The same in a URL that is percent-encoded as a whole. */
const encodedUserinfo = new RegExp(
  `${percent}3[aA](?:${percent}2[fF]){2}${inEncoded}{0,200}${percent}3[aA](?<value>${inEncoded}{1,400})${percent}40`,
  'g',
);
const jwt = /(?<![\w-])(?<value>eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*)/g;

/** The secrets that are known by the name of their field, in a query, a form or JSON, and tokens known by their shape. */
export function findFieldSecrets(text: string): SecretPlace[] {
  const named = mayHold.test(text)
    ? [
        ...places(text, query, (value) => unescapeUrl(value)),
        ...places(text, encodedQuery, (value) => unescapeUrl(value)),
        ...places(text, json, unescapeJson),
      ]
    : [];
  const inUrls = /:\/\/|2f/i.test(text) ? userPasswords(text) : [];
  const found = [...named, ...inUrls];
  return text.includes('eyJ') ? [...found, ...places(text, jwt, (value) => value)] : found;
}

function userPasswords(text: string): SecretPlace[] {
  return [...text.matchAll(userinfo), ...text.matchAll(encodedUserinfo)].map((match) => {
    const { value = '' } = match.groups ?? {};
    const start = match.index + match[0].lastIndexOf(value);
    return {
      kind: 'password',
      start,
      end: start + value.length,
      value: readable(unescapeUrl(unescapeXml(value), false)),
    };
  });
}

function places(text: string, pattern: RegExp, read: (value: string) => string): SecretPlace[] {
  return [...text.matchAll(pattern)].map((match) => {
    const { name = 'token', value = '' } = match.groups ?? {};
    const end = endOf(match, value);
    return { kind: kindOf(name), start: end - value.length, end, value: readable(read(value)) };
  });
}

/** The value ends the match, but for the quote behind it in JSON. */
function endOf({ 0: whole, index }: RegExpExecArray, value: string): number {
  return index + whole.lastIndexOf(value) + value.length;
}

function kindOf(name: string): SecretKind {
  if (/^(?:password|passwd|pwd)$/i.test(name)) return 'password';
  return name.toLowerCase() === 'client_secret' ? 'secret' : 'token';
}

function unescapeUrl(value: string, isForm = true): string {
  const text = isForm ? value.replaceAll('+', ' ') : value;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function unescapeJson(value: string): string {
  try {
    return String(JSON.parse(`"${value}"`));
  } catch {
    return value;
  }
}
