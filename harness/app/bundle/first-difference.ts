import type { Buffer } from 'node:buffer';
import { oneLine } from '../../../reports/text/printable.ts';

/** Bytes that are quoted from the difference on. */
const quoted = 40;

/**
 * Where bytes first differ from those that they should be, as a clause: `byte 812 (line 12, column 7): "failed", not "passed"`; undefined if
 * they are equal. Lines and columns count from 1, columns in bytes.
 */
export function firstDifference(actual: Buffer, expected: Buffer): string | undefined {
  if (actual.equals(expected)) return undefined;
  const shorter = Math.min(actual.length, expected.length);
  let at = 0;
  while (at < shorter && actual[at] === expected[at]) at += 1;
  const before = actual.subarray(0, at);
  const line = before.filter((byte) => byte === 0x0a).length + 1;
  const column = at - before.lastIndexOf(0x0a);
  return `byte ${at} (line ${line}, column ${column}): ${excerpt(actual, at)}, not ${excerpt(expected, at)}`;
}

/** A word of context before the difference; characters of several bytes may be cut. */
function excerpt(bytes: Buffer, at: number): string {
  if (at >= bytes.length) return 'the end of the file';
  const from = Math.max(0, at - quoted / 2);
  return `"${oneLine(bytes.subarray(from, at + quoted).toString('utf8'))}"`;
}
