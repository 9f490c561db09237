import { characterPattern, hexPattern } from './character-pattern.ts';
import { once } from './once.ts';
import type { SearchedText } from './searched-text.ts';

/** Where a secret stands in a text, as start and end offset. */
type Found = readonly [start: number, end: number];

/** Finds a secret in text. */
export interface SecretMatcher {
  /** Each place; empty when it is nowhere. */
  readonly findIn: (searched: SearchedText) => readonly Found[];
  readonly isIn: (searched: SearchedText) => boolean;
}

/** Characters of a secret that one pattern covers: the engine refuses patterns that are too large. */
const pieceLength = 64;
/** Characters of a secret that is looked for in hexadecimal digits, for the same reason. */
export const mostInDigits = 512;
/** Characters of which each form but the literal one, and the plus for a space, begins with a sign of an escape. */
export const printable = /^[ -~]+$/;
/** The same without the space. */
export const plain = /^[!-~]+$/;
const nowhere: readonly Found[] = [];
/** To compare so many characters of a secret costs less than to try its pattern at one place. */
const comparedAtOnce = 16;
/** A text that is shorter costs little in any case. */
const shortText = 1024;

/**
 * Finds a secret in every form that it may have in a message: plain, as UTF-8 or UTF-16 bytes, and with any of its
 * characters escaped for XML, HTML, JSON, quoted-printable or a URL, also more than once, and as hexadecimal digits. The text holds one character for each byte, or
 * real characters.
 */
export function createSecretMatcher(secret: string): SecretMatcher {
  const patterns = once(() => patternsOf(secret));
  const wide = Buffer.from(secret, 'utf16le');
  const wideTexts = [wide, Buffer.from(wide).swap16()].map((bytes) => bytes.toString('latin1'));
  const dumped = secret.length > mostInDigits ? [] : [Buffer.from(secret, 'utf8'), wide];
  const dumps = dumped.map((bytes) => ({
    least: 2 * bytes.length,
    pattern: once(() => new RegExp(hexDump(bytes), 'g')),
  }));
  const isPlain = printable.test(secret);
  // A plus may stand for a space, so both are compared as one; the pattern tells them apart.
  const hasSpace = secret.includes(' ');
  const joined = secret.replaceAll(' ', '+');

  const escaped = once(() => {
    const behind = beginningsBy(joined);
    const mostAlike = Math.max(1, ...[...behind.values()].map(({ length }) => length));
    return { mostAlike, find: createEscapedFinder(joined, behind, patterns, secret) };
  });
  const findAsItIs = ({ text, joined: view }: SearchedText): readonly Found[] =>
    hasSpace ? findLiteral(view(), joined, (start) => isAt(text, start, patterns().all)) : findLiteral(text, secret);
  const findNarrow = (searched: SearchedText): readonly Found[] => {
    const { text, escapes } = searched;
    if (isPlain && escapes.length === 0) return findAsItIs(searched);
    const isCheap = isPlain && escapes.length * escaped().mostAlike <= comparedAtOnce * (text.length + shortText);
    return isCheap
      ? [...findAsItIs(searched), ...escaped().find(searched)]
      : findPieces(text, patterns().begin, patterns().rest);
  };
  const findIn: SecretMatcher['findIn'] = (searched) => {
    const { text, digits } = searched;
    // UTF-16 of letters beyond Latin has no zero bytes.
    const isWide = searched.isWide || !wide.includes(0);
    const narrow = findNarrow(searched);
    if (!isWide && digits.length === 0) return narrow;
    return [
      ...narrow,
      ...(isWide ? wideTexts.flatMap((wideText) => findLiteral(text, wideText)) : []),
      ...digits.flatMap((stretch) =>
        dumps
          .filter(({ least }) => stretch.text.length >= least)
          .flatMap(({ pattern }) => findPieces(stretch.text, pattern(), []))
          .map(([start, end]): Found => [stretch.start + start, stretch.start + end]),
      ),
    ];
  };
  return { findIn, isIn: (searched) => findIn(searched).length > 0 };
}

/** What a secret is found by where a character of it may be escaped. */
interface Patterns {
  /** Its first character, at a place. */
  readonly first: RegExp;
  /** Its first piece, anywhere. */
  readonly begin: RegExp;
  /** The other pieces, each at a place. */
  readonly rest: readonly RegExp[];
  /** All pieces, each at a place. */
  readonly all: readonly RegExp[];
}

function patternsOf(secret: string): Patterns {
  const characters = Array.from(secret, characterPattern);
  const pieces = Array.from({ length: Math.ceil(characters.length / pieceLength) }, (_, index) =>
    characters.slice(index * pieceLength, (index + 1) * pieceLength).join(''),
  );
  const [first = '', ...others] = pieces;
  const rest = others.map((piece) => new RegExp(piece, 'y'));
  return {
    first: new RegExp(characters[0] ?? '', 'y'),
    begin: new RegExp(first, 'g'),
    rest,
    all: [new RegExp(first, 'y'), ...rest],
  };
}

/** Each place of a text. What `isFound` denies takes no place away: a true one may begin within it. */
export function findLiteral(
  text: string,
  sought: string,
  isFound: (start: number) => boolean = () => true,
): readonly Found[] {
  let at = text.indexOf(sought);
  if (at === -1) return nowhere;
  const found: Found[] = [];
  while (at !== -1) {
    const isTrue = isFound(at);
    if (isTrue) found.push([at, at + sought.length]);
    at = text.indexOf(sought, at + (isTrue ? sought.length : 1));
  }
  return found;
}

/** Finds a secret of which a character is escaped: the first one, or one behind a beginning that is as it is. `joined` has no spaces. */
function createEscapedFinder(
  joined: string,
  behind: ReadonlyMap<number, readonly number[]>,
  patterns: () => Patterns,
  secret: string,
): (searched: SearchedText) => readonly Found[] {
  const [firstCharacter = ''] = secret;
  const firstCode = joined.charCodeAt(0);
  return ({ text, joined: view, escapes, escapesOf }) => {
    const found = new Map<number, Found>();
    const flat = joined === secret ? text : view();
    const tryAt = (start: number): void => {
      const end = endOfPieces(text, start, patterns().all);
      if (end !== undefined) found.set(start, [start, end]);
    };
    for (const escape of escapesOf(firstCharacter, patterns().first)) tryAt(escape);
    for (const escape of escapes) {
      const before = flat.charCodeAt(escape - 1);
      if (before === firstCode) tryAt(escape - 1);
      const lengths = escape < 2 ? undefined : behind.get(pairOf(flat, escape));
      for (const length of lengths ?? []) {
        if (length <= escape && flat.startsWith(joined.slice(0, length), escape - length)) tryAt(escape - length);
      }
    }
    return [...found.values()];
  };
}

/** The two characters before a place, as a number. */
function pairOf(text: string, place: number): number {
  return text.charCodeAt(place - 2) * 0x10000 + text.charCodeAt(place - 1);
}

/** The lengths of the beginnings of a secret, by their last two characters. */
function beginningsBy(secret: string): ReadonlyMap<number, readonly number[]> {
  const lengths = new Map<number, number[]>();
  for (let length = 2; length < secret.length; length += 1) {
    const end = pairOf(secret, length);
    const others = lengths.get(end);
    if (others) others.push(length);
    else lengths.set(end, [length]);
  }
  return lengths;
}

/** Bytes in hexadecimal digits, in a row or with one sign between two of them. */
function hexDump(bytes: Buffer): string {
  return [...bytes].map((byte) => hexPattern(byte.toString(16).padStart(2, '0'))).join('[ :-]?');
}

/** No `matchAll`: it copies the pattern each time, which takes longer than most texts do. */
export function findPieces(text: string, begin: RegExp, rest: readonly RegExp[]): [number, number][] {
  const found: [number, number][] = [];
  begin.lastIndex = 0;
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    const end = endOfPieces(text, begin.lastIndex, rest);
    if (end !== undefined) found.push([match.index, end]);
  }
  return found;
}

function isAt(text: string, start: number, pieces: readonly RegExp[]): boolean {
  return endOfPieces(text, start, pieces) !== undefined;
}

function endOfPieces(text: string, start: number, rest: readonly RegExp[]): number | undefined {
  let end = start;
  for (const piece of rest) {
    piece.lastIndex = end;
    if (!piece.test(text)) return undefined;
    end = piece.lastIndex;
  }
  return end;
}
