import { unescapeXml, type SecretPlace } from './secret-place.ts';
import type { SecretKind } from './secret-ledger.ts';

const kindsByName: Readonly<Record<string, SecretKind>> = { aauthsecret: 'secret', aauthdata: 'nonce' };
/** How each sort of quote is written; an escaped one ends at an escaped one. */
const quotes = {
  double: '"',
  single: "'",
  escapedDouble: '&(?:quot|#0{0,32}34|#[xX]0{0,32}22);',
  escapedSingle: '&(?:apos|#0{0,32}39|#[xX]0{0,32}27);',
} as const;
const quote = `(?:${Object.values(quotes).join('|')})`;
const name = `name\\s*=\\s*(?<mark>${quote})\\s*(?<name>AAUTHSECRET|AAUTHDATA|wresult|access_?token|id_token|refresh_token|password|passwd|pwd)\\s*\\k<mark>`;
/** Other attributes may stand between the two, in so many characters. */
const between = `(?:(?!&[lg]t;)[^<>]){0,300}?`;
const nameFirst = new RegExp(`${name}${between}\\bvalue\\s*=\\s*(?<quote>${quote})?`, 'gi');
const value = new RegExp(`\\bvalue\\s*=\\s*(?<quote>${quote})`, 'gi');
const nameBehind = new RegExp(`${quote}${between}${name}`, 'iy');
const unquoted = /[^\s<>"']*/y;

type Sort = keyof typeof quotes;
const sorts: readonly Sort[] = ['double', 'single', 'escapedDouble', 'escapedSingle'];

/** `name="AAUTHSECRET" … value="…"` in either order, also where the markup itself is escaped. */
export function findNamedValues(text: string): SecretPlace[] {
  if (!/\bname\s*=/i.test(text)) return [];
  const ends = createQuoteFinder(text);
  return [...valuesBehind(text, ends), ...valuesBefore(text, ends)];
}

function valuesBehind(text: string, ends: QuoteFinder): SecretPlace[] {
  const found: SecretPlace[] = [];
  nameFirst.lastIndex = 0;
  for (let match = nameFirst.exec(text); match; match = nameFirst.exec(text)) {
    const start = nameFirst.lastIndex;
    const mark = match.groups?.['quote'];
    const end = mark === undefined ? endOfUnquoted(text, start) : ends(start, sortOf(mark)).limit;
    found.push(placeOf(text, match.groups?.['name'] ?? '', start, end));
    nameFirst.lastIndex = Math.max(start, end);
  }
  return found;
}

function valuesBefore(text: string, ends: QuoteFinder): SecretPlace[] {
  const found: SecretPlace[] = [];
  value.lastIndex = 0;
  for (let match = value.exec(text); match; match = value.exec(text)) {
    const start = value.lastIndex;
    const { limit, isQuote } = ends(start, sortOf(match.groups?.['quote'] ?? ''));
    nameBehind.lastIndex = limit;
    const named = isQuote ? nameBehind.exec(text) : undefined;
    if (!named) continue;
    found.push(placeOf(text, named.groups?.['name'] ?? '', start, limit));
    value.lastIndex = nameBehind.lastIndex;
  }
  return found;
}

function placeOf(text: string, named: string, start: number, end: number): SecretPlace {
  const lower = named.toLowerCase();
  const kind = kindsByName[lower] ?? (lower.startsWith('p') ? 'password' : 'token');
  return { kind, start, end, value: unescapeXml(text.slice(start, end)) };
}

function endOfUnquoted(text: string, start: number): number {
  unquoted.lastIndex = start;
  unquoted.test(text);
  return Math.max(start, unquoted.lastIndex);
}

function sortOf(mark: string): Sort {
  if (mark === '"') return 'double';
  if (mark === "'") return 'single';
  return /^&(?:quot|#0*34|#x0*22);$/i.test(mark) ? 'escapedDouble' : 'escapedSingle';
}

/** Where a value ends: at a quote of its sort, or at markup or the end of the text before it. */
type QuoteFinder = (from: number, sort: Sort) => { readonly limit: number; readonly isQuote: boolean };

/** Remembers the quote that it found last, so that all places together take time in proportion to the text. */
function createQuoteFinder(text: string): QuoteFinder {
  const finders = new Map(
    sorts.map((sort) => [sort, { pattern: new RegExp(`${quotes[sort]}|<`, 'gi'), from: Infinity, at: -1 }]),
  );
  return (from, sort) => {
    const known = finders.get(sort);
    if (!known) throw new TypeError(`no such quote: ${sort}`);
    if (from < known.from || from > known.at) {
      known.pattern.lastIndex = from;
      known.from = from;
      known.at = known.pattern.exec(text)?.index ?? text.length;
    }
    return { limit: known.at, isQuote: known.at < text.length && text[known.at] !== '<' };
  };
}
