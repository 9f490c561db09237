import { readable, type SecretPlace } from './secret-place.ts';
import type { SecretKind } from './secret-ledger.ts';

const names =
  'access_?token|id_token|refresh_token|token|wresult|password|passwd|pwd|client_secret|assertion|client_assertion|samlresponse';
const separator = `(?:^|[?&;#\\s]|&amp;|\\\\u0026|%(?:25)*(?:26|3[fF]|23))`;
const query = new RegExp(
  `(?<=${separator})(?<name>${names})(?<equals>=|%(?:25)*3[dD])(?<value>(?:(?!%(?:25)*26|\\\\u0026)[^&\\s"'<>#])+)`,
  'gi',
);
const json = new RegExp(`"(?<name>${names})"\\s*:\\s*"(?<value>(?:[^"\\\\]|\\\\.)+)"`, 'gi');
const mayHold = /(?:token|wresult|passwo?r?d|pwd|secret|assertion|samlresponse)(?:=|%|"\s*:)/i;
const jwt = /(?<![\w-])(?<value>eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*)/g;

/** The secrets that are known by the name of their field, in a query, a form or JSON, and tokens known by their shape. */
export function findFieldSecrets(text: string): SecretPlace[] {
  const named = mayHold.test(text) ? [...places(text, query, unescapeUrl), ...places(text, json, unescapeJson)] : [];
  return text.includes('eyJ') ? [...named, ...places(text, jwt, (value) => value)] : named;
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

function unescapeUrl(value: string): string {
  const text = value.replaceAll('+', ' ');
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
