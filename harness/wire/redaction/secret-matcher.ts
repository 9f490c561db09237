import { latin1Names } from './entity-names.ts';
import type { SearchedText } from './searched-text.ts';

const asciiNames: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };
const jsonEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  '\n': 'n',
  '\r': 'r',
  '\t': 't',
};

/** Every repetition has a bound, so that no text takes longer than its length allows. */
const percent = '%(?:25){0,4}';
const semicolon = `(?:;|${percent}3[bB])`;
const hash = `(?:#|${percent}23)`;
const zeros = '0{0,8}';
/** JSON in JSON in JSON: each level doubles the backslashes. */
const backslashes = String.raw`\\{1,8}`;
const ampersand = `(?:&|${backslashes}u0026|${percent}26)(?:(?:amp|#${zeros}38|#[xX]${zeros}26)${semicolon}){0,4}`;

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
const mostInDigits = 512;
/** Characters of which each form but the literal one begins with a sign of an escape. */
const plain = /^[!-~]+$/;
const nowhere: readonly Found[] = [];
/** To compare so many characters of a secret costs less than to try its pattern at one place. */
const comparedAtOnce = 16;

/**
 * Finds a secret in every form that it may have in a message: plain, as UTF-8 or UTF-16 bytes, and with any of its
 * characters escaped for XML, HTML, JSON, quoted-printable or a URL, also more than once, and as hexadecimal digits. The text holds one character for each byte, or
 * real characters.
 */
export function createSecretMatcher(secret: string): SecretMatcher {
  const characters = Array.from(secret, characterPattern);
  const pieces = Array.from({ length: Math.ceil(characters.length / pieceLength) }, (_, index) =>
    characters.slice(index * pieceLength, (index + 1) * pieceLength).join(''),
  );
  const [first = '', ...others] = pieces;
  const begin = new RegExp(first, 'g');
  const rest = others.map((piece) => new RegExp(piece, 'y'));
  const all = [new RegExp(first, 'y'), ...rest];
  const wide = Buffer.from(secret, 'utf16le');
  const wideTexts = [wide, Buffer.from(wide).swap16()].map((bytes) => bytes.toString('latin1'));
  const dumped = characters.length > mostInDigits ? [] : [Buffer.from(secret, 'utf8'), wide];
  const dumps = dumped.map((bytes) => ({ least: 2 * bytes.length, pattern: new RegExp(hexDump(bytes), 'g') }));
  const isPlain = plain.test(secret);

  const findNarrow = ({ text, escapes }: SearchedText): readonly Found[] => {
    const isCheap = isPlain && escapes.length * secret.length <= comparedAtOnce * text.length;
    if (!isCheap) return findPieces(text, begin, rest);
    const literal = findLiteral(text, secret);
    if (escapes.length === 0) return literal;
    return [...literal, ...escapes.flatMap((escape) => findEscaped(text, secret, escape, all))];
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
          .flatMap(({ pattern }) => findPieces(stretch.text, pattern, []))
          .map(([start, end]): Found => [stretch.start + start, stretch.start + end]),
      ),
    ];
  };
  return { findIn, isIn: (searched) => findIn(searched).length > 0 };
}

function findLiteral(text: string, sought: string): readonly Found[] {
  const first = text.indexOf(sought);
  if (first === -1) return nowhere;
  const found: Found[] = [];
  for (let at = first; at !== -1; at = text.indexOf(sought, at + sought.length)) {
    found.push([at, at + sought.length]);
  }
  return found;
}

/** Where the first character of a secret that is not literal is the escape at a place. */
function findEscaped(text: string, secret: string, escape: number, pieces: readonly RegExp[]): readonly Found[] {
  const found: Found[] = [];
  const before = text.charCodeAt(escape - 1);
  for (let literals = 0; literals < secret.length; literals += 1) {
    if (literals > 0 && secret.charCodeAt(literals - 1) !== before) continue;
    const start = escape - literals;
    if (start < 0 || !text.startsWith(secret.slice(0, literals), start)) continue;
    const end = endOfPieces(text, start, pieces);
    if (end !== undefined) found.push([start, end]);
  }
  return found;
}

/** A shorter beginning of a secret stands at an end by chance. */
const shortestBeginning = 6;
/** Characters of a beginning that are looked for: a longer one holds them, and nothing behind them matters. */
const longestBeginning = 64;
/** Half of an escaped character. */
const halfEscape = String.raw`(?:[&%=\\][#\w]{0,8})?`;

/**
 * Finds the beginning of a secret at the end of a text that is cut off, from 6 characters on, in the same forms; undefined for a secret
 * that is too short to have one.
 */
export function createBeginningFinder(secret: string): ((text: string) => number | undefined) | undefined {
  const patterns = Array.from(secret, characterPattern).slice(0, longestBeginning);
  if (patterns.length <= shortestBeginning) return undefined;
  const least = patterns.slice(0, shortestBeginning).join('');
  const begin = new RegExp(least, 'g');
  const rest = patterns.slice(shortestBeginning).map((pattern) => new RegExp(pattern, 'y'));
  const end = new RegExp(`${halfEscape}$`, 'y');
  return (text) => {
    begin.lastIndex = 0;
    for (let match = begin.exec(text); match; match = begin.exec(text)) {
      if (isAtEnd(text, begin.lastIndex, rest, end)) return match.index;
      begin.lastIndex = match.index + 1;
    }
    return undefined;
  };
}

/** Whether a text ends within the characters of `rest`, which begin at `start`. */
function isAtEnd(text: string, start: number, rest: readonly RegExp[], end: RegExp): boolean {
  let at = start;
  for (const next of [...rest, undefined]) {
    end.lastIndex = at;
    if (end.test(text)) return true;
    if (next === undefined) return false;
    next.lastIndex = at;
    if (!next.test(text)) return false;
    at = next.lastIndex;
  }
  return false;
}

/** Bytes in hexadecimal digits, in a row or with one sign between two of them. */
function hexDump(bytes: Buffer): string {
  return [...bytes].map((byte) => hexPattern(byte.toString(16).padStart(2, '0'))).join('[ :-]?');
}

/** No `matchAll`: it copies the pattern each time, which takes longer than most texts do. */
function findPieces(text: string, begin: RegExp, rest: readonly RegExp[]): [number, number][] {
  const found: [number, number][] = [];
  begin.lastIndex = 0;
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    const end = endOfPieces(text, begin.lastIndex, rest);
    if (end !== undefined) found.push([match.index, end]);
  }
  return found;
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

function characterPattern(character: string): string {
  const utf8 = Buffer.from(character, 'utf8');
  const code = character.codePointAt(0) ?? 0;
  const escaped = jsonEscapes[character];
  const forms = [
    literal(character),
    ...(utf8.length > 1 ? [literal(utf8.toString('latin1'))] : []),
    entityPattern(character, code),
    [...utf8].map((byte) => bytePattern(byte)).join(''),
    ...(utf8.length > 1 && code <= 0xff ? [bytePattern(code)] : []),
    ...(character === ' ' ? ['\\+'] : []),
    ...(escaped === undefined ? [] : [backslashes + literal(escaped)]),
    character.split('').map(jsonUnicodePattern).join(''),
  ];
  return `(?:${forms.join('|')})`;
}

function entityPattern(character: string, code: number): string {
  const name = asciiNames[character] ?? latin1Names[code - 0xa0];
  const numbers = `${hash}(?:${zeros}${code}|[xX]${zeros}${hexPattern(code.toString(16))})`;
  return `${ampersand}(?:${name === undefined ? '' : `${name}|`}${numbers})${semicolon}`;
}

function jsonUnicodePattern(unit: string): string {
  return `${backslashes}u${hexPattern(unit.charCodeAt(0).toString(16).padStart(4, '0'))}`;
}

/** A byte in a URL, in quoted-printable, or as JavaScript writes it. */
function bytePattern(byte: number): string {
  return `(?:${percent}|=|${backslashes}x)${hexPattern(byte.toString(16).padStart(2, '0'))}`;
}

function hexPattern(digits: string): string {
  return digits.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
