import type { Results } from '../harness/engine/verdict/results.ts';
import { printable } from './text/printable.ts';

/** Characters of one value that a report for other tools holds; `results.json` holds the whole of it. */
const longest = 2_000;

/** Findings of one check that such a report lists. */
export const mostFindings = 20;

/**
 * Results whose every text is safe to hand to another tool: it has no characters that XML forbids, that drive a terminal or that hide or
 * reorder text, and at most 2,000 characters, with a note of how many were cut. Line feeds stay. Each format escapes its own syntax.
 */
export function tame(results: Results): Results {
  return tameValue(results) as Results;
}

/** A copy, member by member: the JSON of all results may be longer than a text can be. */
function tameValue(value: unknown): unknown {
  if (typeof value === 'string') return tameText(value);
  if (Array.isArray(value)) return value.map(tameValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, tameValue(member)]));
}

/** The same for one text. */
function tameText(text: string): string {
  const kept = text.length > longest ? text.slice(0, longest).replace(/[\uD800-\uDBFF]$/u, '') : text;
  const shown = printable(kept);
  return kept === text ? shown : `${shown}… [${text.length - kept.length} more characters are in results.json]`;
}
