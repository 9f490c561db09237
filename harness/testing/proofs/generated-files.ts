import { generatedPaths as paths } from './generated-paths.ts';
import { createProofs } from './kill-matrix.ts';
import type { Proof } from './kill-matrix.ts';
import { readKillRows, writeKillRows } from './kill-row.ts';
import type { OpenWorkshop } from './open-workshop.ts';
import type { Progress } from './progress.ts';
import type { ListedCheck } from './prover.ts';
import { replaceRows } from './replace-rows.ts';

/** What is committed and made from the sources. */
export interface Generated {
  /** Each file by its path below the package root. */
  readonly files: ReadonlyMap<string, string>;
  readonly proofs: readonly Proof[];
}

/** Every generated file. `progress` counts the counterexamples. */
export async function generateAll(
  workshop: OpenWorkshop,
  progressFor: (total: number) => Progress,
): Promise<Generated> {
  const { checks, prover } = workshop;
  const [golden, suites, proofs] = await Promise.all([
    goldenFiles(workshop),
    prover.suiteSources(),
    proveAll(workshop, checks, progressFor),
  ]);
  const files = new Map([
    ...Object.entries(golden),
    ...suites,
    [paths.lock, checks.map(lockLine).join('')],
    [paths.killMatrix, writeKillRows(proofs.map(({ row }) => row))],
  ]);
  return { files, proofs };
}

/** What a check touches of the generated files: its line, its rows, the entry of its phase. All else stays as `read` gives it. */
export async function generateFor(
  check: ListedCheck,
  workshop: OpenWorkshop,
  read: (file: string) => string | undefined,
  progressFor: (total: number) => Progress,
): Promise<Generated> {
  const ids = workshop.checks.map(({ id }) => id);
  const [suites, proofs] = await Promise.all([
    workshop.prover.suiteSources(),
    proveAll(workshop, [check], progressFor),
  ]);
  const entry = [...suites].filter(([file]) => file.endsWith(`/${phaseOf(check.id)}.suite.ts`));
  const lines = replaceRows((read(paths.lock) ?? '').split(/(?<=\n)/), check.id, [lockLine(check)], {
    checkOf: (line) => line.split(' ')[0] ?? '',
    checks: ids,
  });
  const rows = replaceRows(
    readKillRows(read(paths.killMatrix) ?? '[]'),
    check.id,
    proofs.map(({ row }) => row),
    {
      checkOf: ({ counterexample }) => counterexample.slice(0, counterexample.lastIndexOf(':')),
      checks: ids,
    },
  );
  return { files: new Map([...entry, [paths.lock, lines.join('')], [paths.killMatrix, writeKillRows(rows)]]), proofs };
}

async function goldenFiles({ prover, cache, digestOf }: OpenWorkshop): Promise<Readonly<Record<string, string>>> {
  const key = digestOf('harness/testing/proofs/golden-files.ts');
  const kept = cache.read('golden', key);
  if (kept !== undefined) return JSON.parse(kept) as Readonly<Record<string, string>>;
  const files = await prover.goldenFiles();
  cache.write('golden', key, JSON.stringify(files));
  return files;
}

async function proveAll(
  workshop: OpenWorkshop,
  checks: readonly ListedCheck[],
  progressFor: (total: number) => Progress,
): Promise<readonly Proof[]> {
  const prove = createProofs(workshop);
  const all = checks.flatMap((check) => check.counterexamples.map((_, number) => ({ check, number })));
  const progress = progressFor(all.length);
  const proofs = await Promise.all(
    all.map(async ({ check, number }) => {
      const proof = await prove(check, number);
      progress.step(proof.isKept);
      return proof;
    }),
  );
  progress.end();
  return proofs;
}

function lockLine({ id, level, since }: ListedCheck): string {
  return `${id} ${level} ${since}\n`;
}

function phaseOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}
