import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../harness/package-root.ts';
import { generatedPaths } from '../../harness/testing/proofs/generated-paths.ts';
import { readKillRows } from '../../harness/testing/proofs/kill-row.ts';
import type { KillRow } from '../../harness/testing/proofs/kill-row.ts';
import { readPassRows } from '../../harness/testing/proofs/pass-row.ts';
import type { PassRow } from '../../harness/testing/proofs/pass-row.ts';

/** What the kill matrix and the pass matrix say of one check. */
export interface Proof {
  /** Its own counterexamples, each with all checks that fail on it. */
  readonly own: readonly KillRow[];
  /** Counterexamples of other checks on which it fails too. */
  readonly others: readonly KillRow[];
  /** The servers of unlike make that are driven through the whole plan and on which it passes. */
  readonly passes: readonly PassRow[];
  /** Lawful servers that it rightly advises against. */
  readonly advises: readonly { readonly server: string; readonly because: string }[];
}

/** Reads the two matrices, which are committed, once for all checks. */
export function readProofs(): (check: string) => Proof {
  const kills = readKillRows(committed(generatedPaths.killMatrix));
  const passes = readPassRows(committed(generatedPaths.passMatrix));
  const owner = ({ counterexample }: KillRow): string => counterexample.replace(/:\d+$/u, '');
  return (check) => ({
    own: kills.filter((row) => owner(row) === check),
    others: kills.filter((row) => owner(row) !== check && row.fails.includes(check)),
    passes: passes.filter(({ lacks }) => lacks !== undefined && !lacks.includes(check)),
    advises: passes.flatMap(({ server, advice = {} }) => {
      const because = advice[check];
      return because === undefined ? [] : [{ server, because }];
    }),
  });
}

function committed(file: string): string {
  return readFileSync(path.join(packageRoot, file), 'utf8');
}
