import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { killMatrix } from '../harness/testing/kill-matrix.ts';
import { recordReference } from '../harness/testing/reference-run.ts';
import { packageRoot } from '../harness/package-root.ts';
import { checks } from '../suites/index.ts';

/** Writes what is committed as proof: the golden session, the lock of the checks, and the kill matrix. Fails where a check has no kill. */
async function generate(): Promise<number> {
  await write('captures/reference/on-premise.har', await recordReference());
  await write('suites/checks.lock', checks.map(({ id, level, since }) => `${id} ${level} ${since}\n`).join(''));
  const kills = await killMatrix(({ check, number, killed, errored }) => {
    if (!killed) process.stderr.write(`${check}:${number} does not fail on its counterexample\n`);
    for (const id of errored) process.stderr.write(`${check}:${number} breaks ${id}\n`);
  });
  const rows = kills.map(({ check, number, name, fails }) => ({ counterexample: `${check}:${number}`, name, fails }));
  await write('harness/testing/proofs/kill-matrix.json', `${JSON.stringify(rows, null, 2)}\n`);
  const proven = new Set(kills.filter(({ killed }) => killed).map(({ check }) => check));
  process.stdout.write(`${kills.length} counterexamples prove ${proven.size} of ${checks.length} checks\n`);
  return kills.every(({ killed, errored }) => killed && errored.length === 0) ? 0 : 1;
}

async function write(file: string, content: string): Promise<void> {
  await writeFile(path.join(packageRoot, file), content);
}

process.exitCode = await generate();
