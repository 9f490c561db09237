import { createHiddenFinder, type HiddenFinder } from './hidden-texts.ts';

/** A stretch of base64 in a text, white space and escaping of single characters allowed. */
export interface Base64Run {
  /** Its characters in the standard alphabet, padding left out. */
  readonly symbols: string;
  /** Where they stand in the text: a stretch of them each, by the number of its first one. */
  readonly stretches: readonly { readonly symbol: number; readonly position: number }[];
  readonly start: number;
  /** Behind the padding. */
  readonly end: number;
  readonly isPadded: boolean;
  readonly isUrlSafe: boolean;
  /** Whether `+`, `/` and `=` are percent-encoded in it. */
  readonly isPercentEncoded: boolean;
  /** What separates its lines, and how many characters each of them has. */
  readonly wrap?: { readonly gap: string; readonly width: number };
  /** Markup that XML readers pass over within the text, each by the number of the character behind it. */
  readonly marks: readonly { readonly symbol: number; readonly text: string }[];
}

const candidate = String.raw`[A-Za-z0-9+/_-]|%2[bBfF]|&#|\\\/`;
/** The longest word that is passed over: what is longer costs more to try as a word than to read as a run. */
const longestWord = 24;
const passing = new Map<number, RegExp>();
const plain = /[A-Za-z0-9+/]+/y;
const urlSafe = /[-_]/y;
const escaped = /%2[bBfF]|&#(?:43|47|[xX]2[bBfF]);|\\\//y;
const gap = /(?:[ \t\r\n]|&#(?:1[03]|[xX]0?[aAdD]);)+/y;
/** Markup that leaves the text on both sides one text. */
const borders = ['<![CDATA[', ']]>'] as const;
const padding = /(?:[ \t\r\n]*(?:=|%3[dD]|&#(?:61|[xX]3[dD]);)){1,2}/y;

/** Finds stretches of at least `least` base64 characters. Words divided by single spaces are no base64, lines are. */
export function findBase64Runs(text: string, least: number): Base64Run[] {
  const runs: Base64Run[] = [];
  const next = wordOrCandidate(Math.min(longestWord, least - 1));
  const hiddenAt = createHiddenFinder(text);
  next.lastIndex = 0;
  for (let found = next.exec(text); found; found = next.exec(text)) {
    if (found[0] !== '') continue;
    const run = readRun(text, found.index, hiddenAt);
    if (run && run.symbols.length >= least) runs.push(run);
    next.lastIndex = Math.max(run?.end ?? 0, found.index + 1);
  }
  return runs;
}

/**
 * A word too short to be a run, and behind it nothing that could go on or pad it: most of a text, passed over at once. Where something else
 * begins that may be a run, the pattern matches no character.
 */
function wordOrCandidate(longest: number): RegExp {
  const known = passing.get(longest);
  if (known) return known;
  const follows = String.raw`[A-Za-z0-9+/_%&\\\t\r\n-]|<[!?]|]]>|[ =][ \t\r\n&=%]`;
  const words = `[A-Za-z0-9+/_-]{1,3}(?!${follows}|[ =](?:<[!?]|]]>))|[A-Za-z0-9+/_-]{4,${longest}}(?!${follows})`;
  const pattern = new RegExp(`${longest < 4 ? '' : `${words}|`}(?=${candidate})`, 'g');
  passing.set(longest, pattern);
  return pattern;
}

function readRun(text: string, start: number, hiddenAt: HiddenFinder): Base64Run | undefined {
  const stretches: { symbol: number; position: number }[] = [];
  let symbols = '';
  let isUrlSafe = false;
  let isPercentEncoded = false;
  let wrap: Base64Run['wrap'];
  const marks: { symbol: number; text: string }[] = [];
  let at = start;

  for (;;) {
    const letters = match(plain, text, at);
    if (letters !== undefined) {
      stretches.push({ symbol: symbols.length, position: at });
      symbols += letters;
      at += letters.length;
    }
    const other = match(urlSafe, text, at) ?? match(escaped, text, at);
    if (other !== undefined) {
      stretches.push({ symbol: symbols.length, position: at });
      symbols += /-|2b|43/i.test(other) ? '+' : '/';
      isUrlSafe ||= other.length === 1;
      isPercentEncoded ||= other.startsWith('%');
      at += other.length;
      continue;
    }
    const between = symbols === '' ? undefined : gapAt(text, at, hiddenAt);
    if (between === undefined || !startsSymbol(text, at + between.text.length)) break;
    if (between.isMark) marks.push({ symbol: symbols.length, text: between.text });
    else wrap ??= { gap: between.text, width: symbols.length };
    at += between.text.length;
  }
  if (symbols === '') return undefined;
  const pad = paddingAt(text, at, hiddenAt);
  marks.push(...pad.marks.map((mark) => ({ symbol: symbols.length, text: mark })));
  return {
    symbols,
    stretches,
    start,
    end: at + pad.length,
    isPadded: pad.length > 0,
    isUrlSafe,
    isPercentEncoded: isPercentEncoded || pad.isPercentEncoded,
    ...(wrap ? { wrap } : {}),
    marks,
  };
}

/** Padding, which markup may divide from what it pads, and into two. */
function paddingAt(
  text: string,
  start: number,
  hiddenAt: HiddenFinder,
): { length: number; isPercentEncoded: boolean; marks: string[] } {
  const marks: string[] = [];
  let isPercentEncoded = false;
  let end = start;
  for (let at = start; ;) {
    const pad = match(padding, text, at);
    if (pad !== undefined) end = at + pad.length;
    isPercentEncoded ||= pad?.includes('%') === true;
    const between = gapAt(text, end, hiddenAt);
    if (!between?.isMark) break;
    at = end + between.text.length;
    if (match(padding, text, at) === undefined) break;
    marks.push(between.text);
  }
  return { length: end - start, isPercentEncoded, marks };
}

/** Ends of lines, and markup that leaves the text one text; undefined where the run ends. */
function gapAt(text: string, start: number, hiddenAt: HiddenFinder): { text: string; isMark: boolean } | undefined {
  let at = start;
  let isLine = false;
  let isMark = false;
  for (;;) {
    const space = match(gap, text, at);
    const mark = space ?? borders.find((border) => text.startsWith(border, at)) ?? hiddenAt(at);
    if (mark === undefined) break;
    isLine ||= space !== undefined && isLineEnd(space);
    isMark ||= space === undefined;
    at += mark.length;
  }
  return isLine || isMark ? { text: text.slice(start, at), isMark } : undefined;
}

/** No `exec`: its list of groups costs more than most matches. */
function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? text.slice(at, pattern.lastIndex) : undefined;
}

function isLineEnd(between: string): boolean {
  return /[\r\n\t&]/.test(between);
}

function startsSymbol(text: string, at: number): boolean {
  return match(plain, text, at) !== undefined || match(escaped, text, at) !== undefined;
}

/** Writes `bytes` in the place of what a run holds from its symbol number `from` on, in the manner of the run. */
export function rewriteRun(text: string, run: Base64Run, from: number, bytes: Buffer): string {
  const kept = text.slice(run.start, positionOf(run, from));
  const keepsPadding = run.isPadded || (!run.isUrlSafe && run.symbols.length % 4 === 0);
  const standard = bytes.toString('base64');
  const padded = keepsPadding ? standard : standard.replace(/=+$/, '');
  const alphabet = run.isUrlSafe ? padded.replaceAll('+', '-').replaceAll('/', '_') : padded;
  const marks = run.marks.filter(({ symbol }) => symbol > from).map((mark) => mark.text);
  return kept + wrapped(alphabet, run, from) + marks.join('');
}

function positionOf({ stretches, end, symbols }: Base64Run, symbol: number): number {
  const stretch = symbol < symbols.length ? stretches.findLast((one) => one.symbol <= symbol) : undefined;
  return stretch ? stretch.position + symbol - stretch.symbol : end;
}

function wrapped(encoded: string, { wrap, isPercentEncoded }: Base64Run, from: number): string {
  const escape = (piece: string): string => (isPercentEncoded ? encodeURIComponent(piece) : piece);
  if (!wrap) return escape(encoded);
  const first = (wrap.width - (from % wrap.width)) % wrap.width;
  const lines = first === 0 ? [] : [encoded.slice(0, first)];
  for (let at = first; at < encoded.length; at += wrap.width) lines.push(encoded.slice(at, at + wrap.width));
  return lines.map(escape).join(wrap.gap);
}
