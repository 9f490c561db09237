import { appendFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Results } from '../../engine/verdict/results.ts';
import { recordReference } from '../../testing/reference-run.ts';
import { readResults } from '../../../reports/results/results.ts';
import { fewScenarios } from './testing/few-scenarios.ts';
import { call } from './testing/io.ts';
import { shortSession } from './testing/signed-folder.ts';
import { createWorkspace } from './testing/workspace.ts';
import type { Workspace } from './testing/workspace.ts';

/** Milliseconds; a run takes a fraction of a second where nothing else does. */
const timeout = 180_000;

/** The recording as of another run, at another time. */
function another(har: string, runId: string, startedAt: string): string {
  const { log } = JSON.parse(har) as { log: { _mde: object } };
  return JSON.stringify({ log: { ...log, _mde: { ...log._mde, runId, startedAt } } });
}

async function audit(workspace: Workspace, har: string, ...options: readonly string[]) {
  const args = ['--history', workspace.at('history'), '--format', 'html', '--out', workspace.at('out')];
  return await call(['audit', await workspace.write('golden.har', har), ...args, ...options]);
}

const lines = async (workspace: Workspace): Promise<Record<string, unknown>[]> =>
  (await workspace.read('history/history.jsonl'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('--history', { timeout }, () => {
  test('keeps the results and a line of each run, and shows the trend in the text and in the results', async () => {
    await using workspace = await createWorkspace();
    const first = await audit(workspace, shortSession);
    expect(first.out).toMatch(/\nHistory: 1 run of this target; failed MUST from 2 to 2 since /);
    const clean = await recordReference({ scenarios: fewScenarios });
    const { out, err } = await audit(workspace, another(clean, 'later', '2026-02-01T00:00:00.000Z'));
    expect(err).toBe('');
    expect(out).toMatch(
      /History: 2 runs of this target; failed MUST from 2 to 0 since 15 January 2026, 09:30:00 UTC\n/,
    );
    expect(out).toMatch(
      /\n {2}1 February 2026, 00:00:00 UTC {2}\? Incomplete: 0 MUST failed, \d+ MUST open, \d+ passed, 0 failed\n$/,
    );
    const [one, two] = await lines(workspace);
    expect([one?.['verdict'], two?.['verdict']]).toEqual(['nonconformant', 'incomplete']);
    const stored = readResults(await workspace.read(`history/${String(two?.['results'])}`));
    const { trend, ...results } = readResults(await workspace.read('out/results.json'));
    expect(stored).toEqual(results);
    expect(trend).toMatchObject([
      { runId: one?.['runId'], failedMust: 2, isComparable: true },
      { runId: 'later', failedMust: 0, isComparable: true },
    ]);
    expect((await call(['verify', workspace.at('out'), '--rejudge'])).code).toBe(0);
  });

  test('does not add a run twice, and other targets have a trend of their own', async () => {
    await using workspace = await createWorkspace();
    await audit(workspace, shortSession);
    const again = await audit(workspace, shortSession, '--json');
    expect((JSON.parse(again.out) as Results).trend).toHaveLength(1);
    expect(await lines(workspace)).toHaveLength(1);
    await call(['run', '--history', workspace.at('history'), '--out', workspace.at('run')], {}, fewScenarios);
    expect(await lines(workspace)).toHaveLength(2);
    expect(readResults(await workspace.read('run/results.json')).trend).toHaveLength(1);
  });

  test('breaks the trend where another selection was judged', async () => {
    await using workspace = await createWorkspace();
    await audit(workspace, shortSession);
    const narrowed = another(shortSession, 'narrowed', '2026-02-01T00:00:00.000Z');
    const { out } = await audit(workspace, narrowed, '--suite', 'discovery');
    expect(out).toMatch(/History: 2 runs of this target; failed MUST from 2 to 2 since 1 February 2026/);
    expect(out).toMatch(/ failed \(judged otherwise than the run before, by version /);
  });

  test('that cannot be read ends with 2 before anything is judged', async () => {
    await using workspace = await createWorkspace();
    await audit(workspace, shortSession);
    const before = await workspace.read('out/manifest.json');
    await appendFile(workspace.at('history/history.jsonl'), '\n{"schemaVersion":1}\n');
    const { code, out, err } = await audit(workspace, another(shortSession, 'later', '2026-02-01T00:00:00.000Z'));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/--history: .*history\.jsonl:3 is no line of a history: "verdict" must be one of conformant/);
    expect(await workspace.read('out/manifest.json')).toBe(before);
    const har = await workspace.write('one.har', shortSession);
    const file = await call(['audit', har, '--history', har, '--out', workspace.at('x')]);
    expect(file).toMatchObject({
      code: 2,
      err: expect.stringMatching(/one\.har cannot be used \(E(NOTDIR|EXIST)\)/) as string,
    });
  });
});
