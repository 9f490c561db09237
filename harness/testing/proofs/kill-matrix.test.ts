import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packageRoot } from '../../package-root.ts';
import { digest } from './digest.ts';
import { generatedPaths } from './generated-paths.ts';
import { keepGoldenFacts } from './golden-facts.ts';
import { createProofs } from './kill-matrix.ts';
import type { Proof, Workshop } from './kill-matrix.ts';
import { readKillRows } from './kill-row.ts';
import type { KillRow } from './kill-row.ts';
import { openProofCache } from './proof-cache.ts';
import { judgeTrial, listChecks, readGoldenFacts } from './prover.ts';
import type { Trial } from './prover.ts';

const proven = 'provisioning/unique-entries';
const other = 'provisioning/root-certificate';
const listed = listChecks().filter(({ id }) => id === proven || id === other);
const committed = readKillRows(readFileSync(path.join(packageRoot, generatedPaths.killMatrix), 'utf8'));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kill-matrix-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Proves the one check. `sources` stands for what is in the files that it names. */
async function proveIt(sources: Readonly<Record<string, string>> = {}, checks = listed): Promise<Proven> {
  const trials: Trial[] = [];
  const workshop: Workshop = {
    checks,
    cache: openProofCache(folder),
    digestOf: (...files) => digest(files.map((file) => [file, sources[file]])),
    prover: {
      readGoldenFacts,
      judgeTrial: (asked) => {
        const trial = { ...asked, folder };
        trials.push(trial);
        return judgeTrial(trial);
      },
    },
  };
  const prove = createProofs(workshop, keepGoldenFacts(workshop, checks).scenariosOf);
  const check = checks.find(({ id }) => id === proven);
  const numbers = [...(check?.counterexamples.keys() ?? [])];
  const proofs = await Promise.all(numbers.flatMap((number) => (check ? [prove(check, number)] : [])));
  return { proofs, rows: proofs.map(({ row }) => row), trials };
}

interface Proven {
  readonly proofs: readonly Proof[];
  readonly rows: readonly KillRow[];
  readonly trials: readonly Trial[];
}

const filesIn = (kind: string): string[] => readdirSync(path.join(folder, kind)).sort();
const rowsOf = (ids: readonly string[]): KillRow[] =>
  committed
    .filter(({ counterexample }) => counterexample.startsWith(`${proven}:`))
    .map((row) => ({ ...row, fails: row.fails.filter((id) => ids.includes(id)) }));

test('a proof says what the committed matrix says', async () => {
  const { proofs, rows, trials } = await proveIt();
  expect(rows).toEqual(rowsOf([proven, other]));
  expect(trials).toHaveLength(rows.length);
  expect(proofs.map(({ isKept, problems }) => ({ isKept, problems }))).toEqual(
    rows.map(() => ({ isKept: false, problems: [] })),
  );
});

test('what did not change is neither driven nor judged again', async () => {
  const { rows } = await proveIt();
  const again = await proveIt();
  expect(again.rows).toEqual(rows);
  expect(again.trials).toEqual([]);
  expect(again.proofs.every(({ isKept }) => isKept)).toBe(true);
});

test('a check that changed judges the sessions that are kept, and no other check does', async () => {
  const { rows } = await proveIt();
  const sessions = filesIn('sessions');
  const again = await proveIt({ [`suites/${other}.ts`]: 'changed' });
  expect(again.rows).toEqual(rows);
  expect(again.trials.map(({ checks }) => checks)).toEqual(rows.map(() => [other]));
  expect(filesIn('sessions')).toEqual(sessions);
});

test('what makes sessions changed: all is driven and judged again', async () => {
  const { rows } = await proveIt();
  const sessions = filesIn('sessions');
  const again = await proveIt({ 'harness/testing/proofs/counterexample-session.ts': 'changed' });
  expect(again.rows).toEqual(rows);
  expect(again.trials.map(({ checks }) => checks)).toEqual(rows.map(() => [proven, other]));
  expect(filesIn('sessions')).toHaveLength(2 * sessions.length);
});

test('a check that is no more is in no row', async () => {
  await proveIt();
  const again = await proveIt(
    {},
    listed.filter(({ id }) => id === proven),
  );
  expect(again.rows).toEqual(rowsOf([proven]));
  expect(again.trials).toEqual([]);
});

test('a counterexample on which its check does not fail is a problem, once the whole plan has not shown it either', async () => {
  const harmless = listed.map((check) =>
    check.id === proven ? { ...check, counterexamples: [{ name: 'nothing wrong', departures: [] }] } : check,
  );
  const { proofs, trials } = await proveIt({}, harmless);
  expect(trials.map(({ scenarios }) => scenarios === 'all')).toEqual([false, true]);
  expect(proofs.map(({ problems }) => problems)).toEqual([[`${proven}:0 does not fail on its counterexample`]]);
});
