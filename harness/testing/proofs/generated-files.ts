import { availableParallelism } from 'node:os';
import { sideBySide } from '../../device/run/side-by-side.ts';
import { keepGoldenFacts } from './golden-facts.ts';
import type { KeptGoldenFacts } from './golden-facts.ts';
import { generatedPaths as paths } from './generated-paths.ts';
import { createProofs } from './kill-matrix.ts';
import type { Proof } from './kill-matrix.ts';
import { readKillRows, writeKillRows } from './kill-row.ts';
import type { OpenWorkshop } from './open-workshop.ts';
import type { Progress } from './progress.ts';
import type { ListedCheck } from './prover.ts';
import { replaceRows } from './replace-rows.ts';
import type { Sample } from './sample.ts';

/** What is committed and made from the sources. */
export interface Generated {
  /** Each file by its path below the package root. */
  readonly files: ReadonlyMap<string, string>;
  readonly proofs: readonly Proof[];
}

/** Every generated file. `progress` counts the counterexamples. A sample proves some rows, and takes the others as they are committed. */
export async function generateAll(
  workshop: OpenWorkshop,
  progressFor: (total: number) => Progress,
  sample?: Sample,
): Promise<Generated> {
  const { checks, prover } = workshop;
  const golden = keepGoldenFacts(workshop, checks);
  const [sessions, suites, proofs] = await Promise.all([
    golden.files(),
    prover.suiteSources(),
    proveAll(workshop, checks, golden.scenariosOf, progressFor, sample),
  ]);
  const files = new Map([
    ...Object.entries(sessions),
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
    proveAll(workshop, [check], keepGoldenFacts(workshop, [check]).scenariosOf, progressFor),
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

/** So many proofs are under way for each core: the next one waits for a thread, and what takes long is not left to the end. */
const lanes = 2 * availableParallelism();

async function proveAll(
  workshop: OpenWorkshop,
  checks: readonly ListedCheck[],
  scenariosOf: KeptGoldenFacts['scenariosOf'],
  progressFor: (total: number) => Progress,
  sample?: Sample,
): Promise<readonly Proof[]> {
  const prove = createProofs(workshop, scenariosOf);
  const all = checks.flatMap((check) => check.counterexamples.map((_, number) => ({ check, number })));
  const known = new Map(
    readKillRows(sample?.read(paths.killMatrix) ?? '[]').map((row) => [`${row.counterexample} ${row.name}`, row]),
  );
  const progress = progressFor(all.length);
  const proofs: Proof[] = [];
  await sideBySide([...all.entries()], lanes, async ([place, { check, number }]) => {
    const row = sample?.isLeftOut(place) === true ? known.get(keyOf(check, number)) : undefined;
    const proof = row ? { row, problems: [], isKept: true } : await prove(check, number);
    proofs[place] = proof;
    progress.step(proof.isKept);
  });
  progress.end();
  return proofs;
}

function keyOf({ id, counterexamples }: ListedCheck, number: number): string {
  return `${id}:${number} ${counterexamples[number]?.name ?? ''}`;
}

function lockLine({ id, level, since }: ListedCheck): string {
  return `${id} ${level} ${since}\n`;
}

function phaseOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}
