import type { KnownSecret } from './secret-ledger.ts';
import { createBeginningFinder } from './secret-matcher.ts';
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

/**
 * Looks for the beginning of a secret at the end of a text: as it is, escaped, and in base64. Whoever cuts an answer at the right place
 * shows most of a secret, which no search for the whole of it finds.
 */
export function createCutEndFinder(secrets: readonly KnownSecret[]): (text: string) => CutEnd | undefined {
  const sought = secrets.flatMap((secret) => {
    const plain = secret.value.trim();
    const find = isWeakSecret(plain) ? undefined : createBeginningFinder(plain);
    return find === undefined ? [] : [{ secret, find, reach: (plain.length + 1) * longestEscape }];
  });

  const findPlain = (text: string): CutEnd | undefined => {
    for (const { secret, find, reach } of sought) {
      const from = Math.max(0, text.length - reach);
      const start = find(text.slice(from));
      if (start !== undefined) return { secret, start: from + start };
    }
    return undefined;
  };
  /** In UTF-16 or UTF-32. */
  const findWide = (text: string): CutEnd | undefined => {
    const { symbols, positions } = lastOf(text, longest * 4, /[\s\S]*$/, /\0/);
    const found = text.endsWith(symbols) ? undefined : findPlain(symbols);
    return found && { secret: found.secret, start: positions[found.start] ?? text.length };
  };
  const longest = Math.max(0, ...sought.map(({ reach }) => reach));

  const findIn = (text: string, depth: number): CutEnd | undefined => {
    const plain = findPlain(text) ?? findWide(text);
    if (plain || depth === 0 || sought.length === 0) return plain;
    const { symbols, positions } = lastOf(text, longest * 2, /[A-Za-z0-9+/_\s-]*$/, /\s/);
    for (let skipped = 0; skipped < 4; skipped += 1) {
      const found = findIn(Buffer.from(symbols.slice(skipped), 'base64').toString('latin1'), depth - 1);
      if (!found) continue;
      return { secret: found.secret, start: positions[skipped + Math.floor(found.start / 3) * 4] ?? text.length };
    }
    return undefined;
  };
  return (text) => findIn(text, deepest);
}

/** The characters at the end of a text that `run` allows, those of `skipped` left out, and where each stands. */
function lastOf(
  text: string,
  most: number,
  run: RegExp,
  skipped: RegExp,
): { readonly symbols: string; readonly positions: readonly number[] } {
  const end = run.exec(text.slice(Math.max(0, text.length - most)))?.[0] ?? '';
  const first = text.length - end.length;
  const kept = end.split('').flatMap((character, index) => (skipped.test(character) ? [] : [{ character, index }]));
  return {
    symbols: kept.map(({ character }) => character).join(''),
    positions: kept.map(({ index }) => first + index),
  };
}
