import { execFile } from 'node:child_process';
import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bearingOf } from '../bearing.ts';
import { filesOf } from '../renderer.ts';
import { everyOutcome, everyOutcomeEvidence } from '../testing/every-outcome.ts';
import { allure } from './allure.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'allure-'));
  for (const { name, content } of filesOf(allure, everyOutcome, everyOutcomeEvidence)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, typeof content === 'function' ? content() : content);
  }
  await generate();
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test('the command of Allure makes a report that counts the checks as we do', async () => {
  const bearings = everyOutcome.judgements.map(bearingOf);
  const of = (...wanted: readonly string[]) => bearings.filter((bearing) => wanted.includes(bearing)).length;
  expect(JSON.parse(await read('summary.json'))).toMatchObject({
    stats: {
      total: bearings.length,
      passed: of('passed'),
      failed: of('failure', 'warning'),
      broken: of('error'),
      skipped: of('skipped'),
    },
  });
});

test('its report holds each request and response that a finding points at', async () => {
  const names = await readdir(path.join(folder, 'report', 'data', 'attachments'));
  const texts = await Promise.all(names.map((name) => read(path.join('data', 'attachments', name))));
  const written = filesOf(allure, everyOutcome, everyOutcomeEvidence)
    .filter(({ name }) => name.endsWith('-attachment.txt'))
    .map(({ content }) => content);
  expect(written.length).toBeGreaterThan(0);
  expect(texts.toSorted()).toEqual(written.toSorted());
});

test('its report shows the verdict of each way in', async () => {
  const environment = JSON.parse(await read(path.join('widgets', 'allure_environment.json'))) as readonly {
    readonly name: string;
    readonly values: readonly string[];
  }[];
  const ways = environment.filter(({ name }) => name.startsWith('way.')).map(({ values }) => values[0]?.split(':')[0]);
  expect(ways).toEqual(['not conformant', 'not driven', 'not offered']);
});

function read(name: string): Promise<string> {
  return readFile(path.join(folder, 'report', name), 'utf8');
}

/** Fails with what the command says. It reads no settings of this project: none lie in the folder. */
function generate(): Promise<void> {
  const command = path.join(path.dirname(createRequire(import.meta.url).resolve('allure')), '..', 'cli.js');
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [command, 'generate', 'allure-results', '--output', 'report'],
      { cwd: folder },
      (error, stdout, stderr) => {
        if (error) reject(new Error(`${stdout}${stderr}`, { cause: error }));
        else resolve();
      },
    );
  });
}
