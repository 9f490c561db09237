import { characterPattern } from './character-pattern.ts';
import { once } from './once.ts';
import type { SearchedText } from './searched-text.ts';
import { findLiteral, findPieces, plain } from './secret-matcher.ts';

/** A shorter beginning of a secret stands at an end by chance. */
const shortestBeginning = 6;
/** Characters of a beginning that are looked for in every form; those behind them have to be as they are. */
const longestBeginning = 64;
/** Half of an escaped character. */
const halfEscape = String.raw`(?:[&%=\\][#\w]{0,8})?`;

/**
 * Finds the beginning of a secret at the end of a text that is cut off, from 6 characters on, in the same forms; undefined for a secret
 * that is too short to have one.
 */
export function createBeginningFinder(secret: string): ((searched: SearchedText) => number | undefined) | undefined {
  const characters = Array.from(secret);
  if (characters.length <= shortestBeginning) return undefined;
  const literalLeast = characters.slice(0, shortestBeginning).join('');
  const tail = characters.slice(longestBeginning).join('');
  const end = new RegExp(`${halfEscape}$`, 'y');
  const isPlain = plain.test(secret);
  const patterns = once(() => {
    const each = characters.slice(0, longestBeginning).map(characterPattern);
    const begin = each.slice(0, shortestBeginning).join('');
    return {
      begin: new RegExp(begin, 'g'),
      beginHere: new RegExp(begin, 'y'),
      rest: each.slice(shortestBeginning).map((pattern) => new RegExp(pattern, 'y')),
    };
  });
  return ({ text, escapes }) => {
    const places = isPlain
      ? [...findLiteral(text, literalLeast).map(([start]) => start), ...escapes.flatMap(placesBefore)]
      : findPieces(text, patterns().begin, []).map(([start]) => start);
    if (places.length === 0) return undefined;
    const { beginHere, rest } = patterns();
    return places
      .sort((a, b) => a - b)
      .find((place) => {
        beginHere.lastIndex = place;
        return beginHere.test(text) && isAtEnd(text, beginHere.lastIndex, { rest, tail, end });
      });
  };
}

/** Where a beginning may stand of whose least characters the escape is one. */
function placesBefore(escape: number): readonly number[] {
  return Array.from({ length: shortestBeginning }, (_, characters) => escape - characters).filter(
    (place) => place >= 0,
  );
}

/** What follows the least beginning of a secret. */
interface Following {
  readonly rest: readonly RegExp[];
  readonly tail: string;
  readonly end: RegExp;
}

/**
 * Whether a text ends within the characters of `rest`, which begin at `start`, or of `tail`. Tokens of one issuer begin alike, so that the
 * beginning alone says nothing of a text that goes on.
 */
function isAtEnd(text: string, start: number, { rest, tail, end }: Following): boolean {
  let at = start;
  for (const next of [...rest, undefined]) {
    end.lastIndex = at;
    if (end.test(text)) return true;
    if (next === undefined) return tail.startsWith(text.slice(at));
    next.lastIndex = at;
    if (!next.test(text)) return false;
    at = next.lastIndex;
  }
  return false;
}
