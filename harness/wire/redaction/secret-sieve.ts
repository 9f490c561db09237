import { characterPattern } from './character-pattern.ts';
import { once } from './once.ts';
import type { SearchedText } from './searched-text.ts';
import { hashOf } from './needle-finder.ts';
import { mostInDigits, printable } from './secret-matcher.ts';

/** Says which secrets are worth looking for in a text, by their numbers: all that it holds in any form of `createSecretMatcher`, and few others. */
export interface SecretSieve {
  readonly held: (searched: SearchedText) => ReadonlySet<number>;
  /** Those of which the first four characters stand in the text, which may end behind them. */
  readonly begun: (searched: SearchedText) => ReadonlySet<number>;
}

/** Characters of a secret by which it is found; a shorter one is looked for in no text. */
const keyLength = 4;
const [space, plus] = [0x20, 0x2b];

/** The first characters of some secrets, as they are or escaped. */
interface Beginning {
  readonly text: string;
  readonly pattern: () => RegExp;
  readonly members: readonly number[];
}

/** What stands in a text as it is, if its key does. */
interface Literal {
  readonly secret: number;
  readonly text: string;
  /** A plus may stand for a space of it. */
  readonly hasSpace: boolean;
  readonly isWide: boolean;
}

/** Reads a text once for all secrets, because a run knows hundreds of tokens and few texts hold one. */
export function createSecretSieve(secrets: readonly string[]): SecretSieve {
  const numbered = secrets.map((secret, number) => ({ secret: plainBeginning(secret), number }));
  const sieved = numbered.filter(({ secret }) => secret.length >= keyLength);
  const beyond = numbered.filter(({ secret }) => secret.length < keyLength).map(({ number }) => number);
  const literals = literalsOf(sieved);
  const isBegun = new Uint8Array(1 << 16);
  for (const key of literals.keys()) isBegun[hashOf(key)] = 1;
  const beginnings = once(() => beginningsOf(sieved));
  const dumps = sieved.flatMap(({ secret, number }) =>
    secret.length > mostInDigits
      ? []
      : (['utf8', 'utf16le'] as const).map((form) => ({ number, digits: Buffer.from(secret, form).toString('hex') })),
  );
  const leastDigits = Math.min(...dumps.map(({ digits }) => digits.length));

  const addLiterals = (
    searched: SearchedText,
    found: Set<number>,
    isThere: (literal: Literal, at: number) => boolean,
  ): void => {
    const { text } = searched;
    let key = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      key = (key << 8) | ((code === space ? plus : code) & 0xff);
      if (at < keyLength - 1 || isBegun[hashOf(key)] === 0) continue;
      const start = at - keyLength + 1;
      for (const literal of literals.get(key) ?? []) {
        if (!found.has(literal.secret) && isThere(literal, start)) found.add(literal.secret);
      }
    }
  };
  /** Of these an escape is one of the first characters. */
  const addEscaped = ({ text, joined, escapes, escapesOf }: SearchedText, found: Set<number>): void => {
    if (escapes.length === 0 || sieved.length === 0) return;
    const { all, byStart } = beginnings();
    const tryAt = ({ pattern, members }: Beginning, at: number): void => {
      pattern().lastIndex = at;
      if (pattern().test(text)) for (const member of members) found.add(member);
    };
    for (const { first, ofFirst, pattern } of all) {
      for (const escape of escapesOf(first, pattern())) for (const beginning of ofFirst) tryAt(beginning, escape);
    }
    const flat = joined();
    for (const escape of escapes) {
      for (let length = 1; length < keyLength && length <= escape; length += 1) {
        for (const beginning of byStart.get(flat.slice(escape - length, escape)) ?? []) {
          tryAt(beginning, escape - length);
        }
      }
    }
  };
  const addDumps = ({ digits }: SearchedText, found: Set<number>): void => {
    for (const stretch of digits) {
      if (stretch.text.length < leastDigits) continue;
      const inRow = stretch.text.replace(/[ :-]/g, '').toLowerCase();
      for (const dump of dumps) {
        if (dump.digits.length <= inRow.length && inRow.includes(dump.digits)) found.add(dump.number);
      }
    }
  };

  return {
    held: (searched) => {
      const { text, joined, escapes } = searched;
      const found = new Set(beyond);
      addLiterals(
        searched,
        found,
        (literal, at) =>
          (escapes.length > 0 && !literal.isWide) || (literal.hasSpace ? joined() : text).startsWith(literal.text, at),
      );
      addEscaped(searched, found);
      addDumps(searched, found);
      return found;
    },
    begun: (searched) => {
      const found = new Set(beyond);
      addLiterals(searched, found, () => true);
      addEscaped(searched, found);
      return found;
    },
  };
}

interface Sieved {
  readonly secret: string;
  readonly number: number;
}

/** What each normal form of a secret begins with, up to a character that has other forms without an escape: all of most secrets. */
function plainBeginning(secret: string): string {
  const forms = [secret.normalize('NFC'), secret.normalize('NFD')];
  let length = 0;
  while (
    length < secret.length &&
    printable.test(secret.charAt(length)) &&
    forms.every((form) => form.charAt(length) === secret.charAt(length))
  ) {
    length += 1;
  }
  return secret.slice(0, length);
}

function literalsOf(sieved: readonly Sieved[]): ReadonlyMap<number, readonly Literal[]> {
  const literals = sieved.flatMap(({ secret, number }): Literal[] => {
    const wide = Buffer.from(secret, 'utf16le');
    const wides = [wide, Buffer.from(wide).swap16()].map((bytes) => bytes.toString('latin1'));
    return [
      { secret: number, text: joinedOf(secret), hasSpace: secret.includes(' '), isWide: false },
      ...wides.map((text) => ({ secret: number, text, hasSpace: false, isWide: true })),
    ];
  });
  return listsBy(literals, ({ text }) => [Buffer.from(joinedOf(text.slice(0, keyLength)), 'latin1').readInt32BE(0)]);
}

/** All beginnings by their first character, and by their first one to three characters as they stand in a text with a plus for each space. */
interface Beginnings {
  readonly all: readonly {
    readonly first: string;
    readonly pattern: () => RegExp;
    readonly ofFirst: readonly Beginning[];
  }[];
  readonly byStart: ReadonlyMap<string, readonly Beginning[]>;
}

function beginningsOf(sieved: readonly Sieved[]): Beginnings {
  const texts = listsBy(sieved, ({ secret }) => [secret.slice(0, keyLength)]);
  const list = [...texts].map(([text, members]): Beginning => ({
    text,
    pattern: once(() => new RegExp(Array.from(text, characterPattern).join(''), 'y')),
    members: members.map(({ number }) => number),
  }));
  const firsts = listsBy(list, ({ text }) => [text.charAt(0)]);
  return {
    all: [...firsts].map(([first, ofFirst]) => ({
      first,
      pattern: once(() => new RegExp(characterPattern(first), 'y')),
      ofFirst,
    })),
    byStart: listsBy(list, ({ text }) => [1, 2, 3].map((length) => joinedOf(text.slice(0, length)))),
  };
}

function listsBy<K, T>(items: readonly T[], keysOf: (item: T) => readonly K[]): ReadonlyMap<K, readonly T[]> {
  const lists = new Map<K, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const list = lists.get(key);
      if (list) list.push(item);
      else lists.set(key, [item]);
    }
  }
  return lists;
}

function joinedOf(text: string): string {
  return text.replaceAll(' ', '+');
}
