import type { KnownSecret } from './secret-ledger.ts';
import { searchedText, type SearchedText } from './searched-text.ts';
import { createSecretMatcher, type SecretMatcher } from './secret-matcher.ts';
import { createSecretSieve } from './secret-sieve.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';
import { bordersIn, thinnedText, type ThinnedText } from './thinned-text.ts';
import { isWeakSecret } from './weak-secret.ts';

/** Replaces secrets wherever a text holds them, in any form that has a place in the text. */
export interface KnownSecrets {
  /** Characters of the shortest one; infinite if there is none. */
  readonly shortest: number;
  readonly all: readonly KnownSecret[];
  readonly isIn: (text: string) => boolean;
  /** Only `one`, if that is given. */
  readonly replace: (text: string, placeholderOf: (secret: KnownSecret) => string, one?: KnownSecret) => string;
}

interface Known {
  readonly secret: KnownSecret;
  readonly matchers: readonly SecretMatcher[];
}

/** A longer secret is found inside base64 by intention, a shorter one by chance. */
const longestByChance = 7;

/** Leaves weak secrets out. Longer ones come first, because they may hold shorter ones. */
export function createKnownSecrets(secrets: readonly KnownSecret[]): KnownSecrets {
  const known: Known[] = secrets
    .filter(({ value }) => !isWeakSecret(value))
    .sort((a, b) => b.value.length - a.value.length)
    .map((secret) => ({ secret, matchers: matchersOf(secret.value.trim()) }));
  const sieve = createSecretSieve(known.map(({ secret }) => secret.value.trim()));
  const heldIn = ({ whole, thinned }: Views): ReadonlySet<number> => {
    const held = sieve.held(whole);
    return thinned ? new Set([...held, ...sieve.held(thinned)]) : held;
  };
  return {
    shortest: Math.min(...known.map(({ secret }) => secret.value.trim().length)),
    all: known.map(({ secret }) => secret),
    isIn: (text) => {
      if (known.length === 0) return false;
      const searched = searchedText(text);
      return [...sieve.held(searched)].some((number) => known[number]?.matchers.some(({ isIn }) => isIn(searched)));
    },
    replace: (text, placeholderOf, one) => {
      if (known.length === 0) return text;
      let current = text;
      let views = viewsOf(text);
      let held = heldIn(views);
      for (const [number, { secret, matchers }] of known.entries()) {
        if (!held.has(number) || (one !== undefined && secret !== one)) continue;
        const edits = editsOf(views, { secret, matchers }, placeholderOf);
        if (edits.length === 0) continue;
        current = applyEdits(current, edits);
        views = viewsOf(current);
        held = heldIn(views);
      }
      return current;
    },
  };
}

/** The same characters have several normal forms in Unicode. */
function matchersOf(value: string): SecretMatcher[] {
  return [...new Set([value, value.normalize('NFC'), value.normalize('NFD')])].map(createSecretMatcher);
}

/** A text, and what remains of it without what readers pass over. */
interface Views {
  readonly whole: SearchedText;
  readonly thinned?: SearchedText & Pick<ThinnedText, 'rangeOf'>;
}

function viewsOf(text: string): Views {
  const thinned = thinnedText(text);
  return {
    whole: searchedText(text),
    ...(thinned ? { thinned: { ...searchedText(thinned.text), rangeOf: thinned.rangeOf } } : {}),
  };
}

function editsOf(
  { whole: searched, thinned }: Views,
  { secret, matchers }: Known,
  placeholderOf: (secret: KnownSecret) => string,
): TextEdit[] {
  const { text } = searched;
  const whole = matchers.flatMap((matcher) => matcher.findIn(searched));
  const divided = thinned
    ? matchers.flatMap((matcher) => matcher.findIn(thinned).map(([start, end]) => thinned.rangeOf(start, end)))
    : [];
  return [...whole, ...divided]
    .filter(([start, end]) => secret.value.length > longestByChance || !isInsideBase64(text, start, end))
    .map(([start, end]) => ({ start, end, text: placeholderOf(secret) + bordersIn(text.slice(start, end)) }));
}

/** A short secret inside a long stretch of base64 is there by chance. */
function isInsideBase64(text: string, start: number, end: number): boolean {
  const before = /[A-Za-z0-9+/]*$/.exec(text.slice(Math.max(0, start - 64), start))?.[0] ?? '';
  const after = /^[A-Za-z0-9+/]*/.exec(text.slice(end, end + 64))?.[0] ?? '';
  return before.length + after.length >= 56;
}
