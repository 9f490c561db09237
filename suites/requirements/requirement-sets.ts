import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Level } from '../../harness/engine/rule/check.ts';
import { packageRoot } from '../../harness/package-root.ts';

/** A check of a set, with the level that it had when the set was frozen. */
export interface ScoredCheck {
  readonly id: string;
  readonly level: Level;
}

/** The checks by which servers are compared for a time: a check that came later is run and judged, and not scored before the next set. */
export interface RequirementSet {
  readonly set: number;
  /** SHA-256 of the checks, in hexadecimal (`digestOf`). */
  readonly digest: string;
  readonly checks: readonly ScoredCheck[];
}

/** The set by which submissions are scored today: the last one that was frozen. */
export const currentSet = 1;

/** Where a set stands. */
export function setFile(number: number): string {
  return path.join(packageRoot, 'suites', 'requirement-sets', `${number}.json`);
}

/** The checks of a set. Throws a `TypeError` for a set whose digest is not that of its checks: somebody changed what is frozen. */
export function loadSet(number: number): RequirementSet {
  const file = setFile(number);
  const set = JSON.parse(readFileSync(file, 'utf8')) as RequirementSet;
  if (set.digest !== digestOf(set.checks))
    throw new TypeError(`${file} was changed: its digest is not that of its checks`);
  return set;
}

/** SHA-256 of one line for each check, `id level`, each with a line feed. */
export function digestOf(checks: readonly ScoredCheck[]): string {
  return createHash('sha256')
    .update(checks.map(({ id, level }) => `${id} ${level}\n`).join(''))
    .digest('hex');
}
