import type { KnownSecret } from './secret-ledger.ts';
import { createBeginningFinder } from './beginning-finder.ts';
import { searchedText } from './searched-text.ts';
import { createSecretSieve } from './secret-sieve.ts';
import { isWeakSecret } from './weak-secret.ts';

/** Where the beginning of a secret stands at the end of a text that may be cut off. */
export interface CutEnd {
  readonly secret: KnownSecret;
  readonly start: number;
}

/** What one character of a secret may take in a text that escapes it. */
const longestEscape = 12;
/** How deep base64 in base64 is looked into. */
const deepest = 3;
/** Characters of base64 that hold the shortest beginning of a secret. */
const shortestRun = 8;

/**
 * Looks for the beginning of a secret at the end of a text: as it is, escaped, and in base64. Whoever cuts an answer at the right place
 * shows most of a secret, which no search for the whole of it finds.
 */
export function createCutEndFinder(secrets: readonly KnownSecret[]): (text: string) => CutEnd | undefined {
  const sought = secrets.flatMap((secret) => {
    const plain = secret.value.trim();
    const find = isWeakSecret(plain) ? undefined : createBeginningFinder(plain);
    return find === undefined ? [] : [{ secret, plain, find, reach: (plain.length + 1) * longestEscape }];
  });
  const sieve = createSecretSieve(sought.map(({ plain }) => plain));
  const longest = Math.max(0, ...sought.map(({ reach }) => reach));

  const findPlain = (text: string): CutEnd | undefined => {
    const from = Math.max(0, text.length - longest);
    const searched = searchedText(text.slice(from));
    const begun = sieve.begun(searched);
    for (const [number, { secret, find }] of sought.entries()) {
      const start = begun.has(number) ? find(searched) : undefined;
      if (start !== undefined) return { secret, start: from + start };
    }
    return undefined;
  };
  /** In UTF-16 or UTF-32. */
  const findWide = (text: string): CutEnd | undefined => {
    if (!text.includes('\0', text.length - longest * 4)) return undefined;
    const { symbols, positions } = lastOf(
      text,
      longest * 4,
      () => true,
      (character) => character === '\0',
    );
    const found = findPlain(symbols);
    return found && { secret: found.secret, start: positions[found.start] ?? text.length };
  };

  const findIn = (text: string, depth: number): CutEnd | undefined => {
    const plain = findPlain(text) ?? findWide(text);
    if (plain || depth === 0 || sought.length === 0) return plain;
    const { symbols, positions } = lastOf(text, longest * 2, isBase64Symbol, isBlank);
    if (symbols.length < shortestRun) return undefined;
    for (let skipped = 0; skipped < 4; skipped += 1) {
      const found = findIn(Buffer.from(symbols.slice(skipped), 'base64').toString('latin1'), depth - 1);
      if (!found) continue;
      return { secret: found.secret, start: positions[skipped + Math.floor(found.start / 3) * 4] ?? text.length };
    }
    return undefined;
  };
  return (text) => findIn(text, deepest);
}

const isBlank = (character: string): boolean => /\s/.test(character);
const isBase64Symbol = (character: string): boolean => /[A-Za-z0-9+/_\s-]/.test(character);

/** The characters at the end of a text that `allows` lets pass, those that `skips` names left out, and where each stands. */
function lastOf(
  text: string,
  most: number,
  allows: (character: string) => boolean,
  skips: (character: string) => boolean,
): { readonly symbols: string; readonly positions: readonly number[] } {
  const positions: number[] = [];
  for (let at = text.length - 1; at >= Math.max(0, text.length - most); at -= 1) {
    const character = text.charAt(at);
    if (!allows(character)) break;
    if (!skips(character)) positions.push(at);
  }
  positions.reverse();
  return { symbols: positions.map((at) => text.charAt(at)).join(''), positions };
}
