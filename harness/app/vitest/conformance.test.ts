import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit } from '../cli/commands/audit.ts';
import { fewScenarios } from '../cli/testing/few-scenarios.ts';
import { keptIo } from '../cli/testing/io.ts';
import { createWorkspace, type Workspace } from '../cli/testing/workspace.ts';
import type { Departure } from '../../engine/rule/counterexample.ts';
import type { Judgement, Results } from '../../engine/verdict/results.ts';
import { packageRoot } from '../../package-root.ts';
import { readHar } from '../../wire/har/har.ts';
import { recordReference } from '../../testing/reference-run.ts';
import { json } from '../../../reports/results/json.ts';
import { bearingOf, type Bearing } from '../../../reports/bearing.ts';
import { layWaivers } from '../../../reports/waivers/lay-waivers.ts';
import { assess } from '../assess.ts';
import { checks } from '../../../suites/index.ts';
import { occasionOf } from '../stored-session.ts';

/** A MUST and a SHOULD that are not met, and much that can then not be judged. */
const departures: readonly Departure[] = [
  { on: 'discover', xml: { op: 'set', at: '//d:AuthPolicy', to: 'Password' } },
  { on: 'discover', framing: 'no-length' },
];

const waiver = { check: 'discovery/schema', reason: 'fix in review', owner: 'A. Owner', expires: '2999-01-01' };

interface Ended {
  readonly code: number;
  readonly output: string;
}

const allureStatus: Readonly<Record<Bearing, string>> = {
  passed: 'passed',
  failure: 'failed',
  error: 'broken',
  skipped: 'skipped',
  waived: 'skipped',
  warning: 'skipped',
};

let workspace: Workspace;
let ended: Ended;

beforeAll(async () => {
  workspace = await createWorkspace();
  await workspace.write('session.har', await recordReference({ departures, scenarios: fewScenarios }));
  const waivers = await workspace.write('waivers.json', JSON.stringify({ waivers: [waiver] }));
  ended = await vitest(
    { MDE_CAPTURE: workspace.at('session.har'), MDE_OUT: workspace.at('report'), MDE_WAIVERS: waivers },
    '--reporter=verbose',
    '--reporter=allure-vitest/reporter',
  );
}, 300_000);

afterAll(async () => {
  await workspace[Symbol.asyncDispose]();
});

test('judgements, counts, verdict and coverage are those of the engine', async () => {
  expect(await resultsIn('report')).toEqual(await assessed());
});

test('every report is the same as that of the command, to the byte', async () => {
  await audit(
    [workspace.at('session.har')],
    { out: workspace.at('audit'), format: 'html,junit', waivers: workspace.at('waivers.json') },
    keptIo().io,
  );
  expect(await filesIn('report')).toEqual(await filesIn('audit'));
});

test('the exit code is that of the command, and its summary is printed', async () => {
  const { exitCode } = await resultsIn('report');
  expect(ended.code).toBe(exitCode);
  expect(ended.output).toContain(`Exit code ${exitCode}: `);
});

test('a check that is not met but no MUST is skipped with a warning', () => {
  const line = ended.output.split('\n').find((text) => text.includes('[transport/announced-length]'));
  expect(line).toMatch(/↓.*\[warning, SHOULD not met: The answer has no Content-Length/);
});

test('a check whose failure is waived is skipped, and says until when', () => {
  const line = ended.output.split('\n').find((text) => text.includes(`[${waiver.check}]`));
  expect(line).toMatch(/↓.*\[MUST waived until 2999-01-01: /);
});

test('a finding is shown without a stack trace', () => {
  const { output } = ended;
  expect(output).toContain('AssertionError: AuthPolicy is "Password" (and ');
  expect(output).not.toMatch(/^ ❯ .*\.ts:\d+/m);
});

test('Allure gets one result for each check, with the status that it has for a build', async () => {
  const { judgements } = await resultsIn('report');
  const expected = judgements.map((judgement) => [nameOf(judgement), allureStatus[bearingOf(judgement)]] as const);
  const folder = workspace.at('allure-results');
  const files = (await readdir(folder)).filter((file) => file.endsWith('-result.json'));
  const results = files.map(async (file) => {
    const { name, status } = JSON.parse(await readFile(path.join(folder, file), 'utf8')) as Record<string, string>;
    return [name, status] as const;
  });
  expect(files).toHaveLength(checks.length);
  expect(Object.fromEntries(await Promise.all(results))).toEqual(Object.fromEntries(expected));
  expect(new Set(Object.values(Object.fromEntries(expected)))).toEqual(new Set(Object.values(allureStatus)));
});

function nameOf({ level, title, check }: Judgement): string {
  return `${level} ${title} [${check}]`;
}

async function assessed(): Promise<Results> {
  const session = readHar(await workspace.read('session.har'));
  const results = layWaivers(assess(session, checks, occasionOf(session, 'audit', 'session.har')), [waiver]);
  return JSON.parse(json.render(results, session)) as Results;
}

async function resultsIn(folder: string): Promise<Results> {
  return JSON.parse(await workspace.read(`${folder}/results.json`)) as Results;
}

async function filesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = [...(await workspace.files())].filter(([file]) => path.dirname(file) === folder);
  return new Map(files.map(([file, bytes]): [string, string] => [path.basename(file), bytes.toString('utf8')]).sort());
}

/** Runs the conformance project as a user does, in a folder of its own, which Allure writes into. */
function vitest(settings: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ended> {
  const command = path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VITEST|MDE_|ALLURE|TEST$|NODE_ENV$)/.test(name));
  const env = { ...Object.fromEntries(inherited), NO_COLOR: '1', ...settings };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [command, 'run', '--root', packageRoot, '--project', 'conformance', ...args],
      { cwd: workspace.at('.'), env, maxBuffer: 1 << 26 },
      (_error, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, output: `${stdout}${stderr}` });
      },
    );
  });
}
