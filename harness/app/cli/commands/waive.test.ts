import { describe, expect, test } from 'vitest';
import type { Results } from '../../../engine/verdict/results.ts';
import { recordReference } from '../../../testing/reference-run.ts';
import { fewScenarios } from '../testing/few-scenarios.ts';
import { call, type Called } from '../testing/io.ts';
import { createWorkspace, type Workspace } from '../testing/workspace.ts';

/** Milliseconds; each takes a second or two where nothing else runs. */
const timeout = 180_000;

const session = await recordReference({
  scenarios: fewScenarios,
  departures: [{ on: 'discover', xml: { op: 'set', at: '//d:AuthPolicy', to: 'Password' } }],
});
const other = await recordReference({
  scenarios: fewScenarios,
  departures: [{ on: 'discover', xml: { op: 'set', at: '//d:AuthPolicy', to: 'Token' } }],
});
const clean = await recordReference({ scenarios: fewScenarios });

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

interface Audited extends AsyncDisposable {
  readonly workspace: Workspace;
  readonly failed: readonly string[];
  readonly musts: readonly string[];
  readonly file: string;
  /** Judges the session again into the folder `name`. */
  readonly audit: (name: string, ...options: readonly string[]) => Promise<Called>;
  readonly waive: (...options: readonly string[]) => Promise<Called>;
  readonly results: (name: string) => Promise<Results>;
}

/** The reports of a session with a defect, in the folder `run`. */
async function audited(): Promise<Audited> {
  const workspace = await createWorkspace();
  for (const [name, har] of Object.entries({ defect: session, other, clean }))
    await workspace.write(`${name}.har`, har);
  const audit: Audited['audit'] = (name, ...options) =>
    call(['audit', workspace.at('defect.har'), '--format', 'junit', '--out', workspace.at(name), ...options]);
  const results: Audited['results'] = async (name) =>
    JSON.parse(await workspace.read(`${name}/results.json`)) as Results;
  expect((await audit('run')).code).toBe(1);
  const failed = (await results('run')).judgements.filter(({ outcome }) => outcome === 'failed');
  const file = workspace.at('waivers.yaml');
  return {
    workspace,
    failed: failed.map(({ check }) => check),
    musts: failed.filter(({ level }) => level === 'MUST').map(({ check }) => check),
    file,
    audit,
    results,
    waive: (...options) => call(['waive', workspace.at('run'), '--waivers', file, ...options]),
    [Symbol.asyncDispose]: () => workspace[Symbol.asyncDispose](),
  };
}

const why = ['--reason', 'the fix is in review', '--owner', 'A. Owner'];

describe('waive', { timeout }, () => {
  test('writes waivers under which the run counts no failure, and verify judges to the same bytes', async () => {
    await using run = await audited();
    const waived = await run.waive('--check', ...run.musts, ...why, '--expires', dayIn(30));
    expect({ code: waived.code, err: waived.err }).toEqual({ code: 0, err: '' });
    const { code, out } = await run.audit('again', '--waivers', run.file, '--baseline', run.workspace.at('run'));
    const { verdict, waivers } = await run.results('again');
    expect({ verdict, states: waivers?.map(({ state }) => state) }).toEqual({
      verdict: 'nonconformant',
      states: run.musts.map(() => 'applied'),
    });
    expect(code).not.toBe(1);
    expect(out).toContain(`Not conformant, ${run.musts.length} waived until ${dayIn(30)}`);
    expect(await call(['verify', run.workspace.at('again'), '--rejudge'])).toMatchObject({ code: 0 });
  });

  test('covers what was seen alone: another failure of the check counts', async () => {
    await using run = await audited();
    await run.waive('--check', ...run.musts, ...why, '--expires', dayIn(30));
    const har = run.workspace.at('other.har');
    const { code } = await call(['audit', har, '--waivers', run.file, '--out', run.workspace.at('other')]);
    expect(code).toBe(1);
    expect((await run.results('other')).waivers?.map(({ state }) => state)).toContain('unused');
  });

  test('adds to a file, and covers nothing twice', async () => {
    await using run = await audited();
    const [check = ''] = run.musts;
    await run.workspace.write('waivers.yaml', '# ours\nwaivers: [] # none\n');
    expect((await run.waive('--check', check, ...why, '--expires', dayIn(30))).code).toBe(0);
    const text = await run.workspace.read('waivers.yaml');
    expect(text).toContain('# ours\n');
    const { code, err } = await run.waive('--check', check, ...why, '--expires', dayIn(40));
    expect(code).toBe(2);
    expect(err).toContain(`there is a waiver of ${check} that covers this, until ${dayIn(30)}; change its day there`);
    expect(await run.workspace.read('waivers.yaml')).toBe(text);
    expect([...(await run.workspace.files()).keys()].filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test.each<[string, readonly string[], string]>([
    ['no check', [...why, '--expires', dayIn(1)], 'waive needs --check <id>: a check that failed; failed there: '],
    [
      'a check that did not fail',
      ['--check', 'discovery/answer', ...why, '--expires', dayIn(1)],
      'so there is no failure to waive',
    ],
    [
      'a check that is none',
      ['--check', 'discovery/anwser', ...why, '--expires', dayIn(1)],
      'did you mean "discovery/answer"?',
    ],
    [
      'an empty reason',
      ['--reason', ' ', '--owner', 'A', '--expires', dayIn(1)],
      'waive needs --reason: why the failure is accepted for now',
    ],
    ['no owner', ['--reason', 'x', '--expires', dayIn(1)], 'waive needs --owner: who answers for it'],
    ['no day', why, 'waive needs --expires: the last day on which it holds'],
    ['a day that has passed', [...why, '--expires', dayIn(-1)], `--expires: ${dayIn(-1)} has passed; give a day from `],
    ['a day too far ahead', [...why, '--expires', dayIn(368)], 'is too far ahead; give a day from '],
    ['a day that is none', [...why, '--expires', '2027-02-30'], '--expires: "2027-02-30" is no day of the calendar'],
    [
      '--prune with --check',
      ['--prune', '--check', 'discovery/answer'],
      '--prune only says which waivers can go; leave --check out',
    ],
  ])('refuses %s, and writes nothing', async (_, options, message) => {
    await using run = await audited();
    const { code, err } = await run.waive(...options);
    expect({ code, says: err.includes(message) }, err).toEqual({ code: 2, says: true });
    expect((await run.workspace.files()).has('waivers.yaml')).toBe(false);
  });

  test('--prune names what is stale or expired, and changes nothing', async () => {
    await using run = await audited();
    const entry = (check: string, expires: string): string =>
      `  - { check: ${check}, reason: x, owner: y, expires: ${expires} }\n`;
    const [must = ''] = run.musts;
    const text = `waivers:\n${entry('discovery/answer', dayIn(9))}${entry(must, '2020-01-01')}`;
    await run.workspace.write('waivers.yaml', text);
    const { code, out } = await run.waive('--prune');
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 3)).toEqual([
      '2 waivers of 2 can go (nothing was changed):',
      `  ${run.file}:2: discovery/answer: the check was judged and passed; remove the waiver`,
      `  ${run.file}:3: ${must}: it expired on 2020-01-01`,
    ]);
    expect(await run.workspace.read('waivers.yaml')).toBe(text);
  });
});

describe('audit', { timeout }, () => {
  test('ends with 2 for a waivers file or a baseline that cannot be used', async () => {
    await using run = await audited();
    const bad = await run.workspace.write('bad.yaml', 'waivers:\n  - chek: x\n');
    expect(await run.audit('a', '--waivers', bad)).toMatchObject({
      code: 2,
      err: expect.stringContaining(`${bad}:2:5: `) as string,
    });
    expect(await run.audit('a', '--waivers', 'absent.yaml')).toMatchObject({ code: 2 });
    expect(await run.audit('a', '--no-new')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--no-new needs --baseline') as string,
    });
    const results = await run.results('run');
    const newer = await run.workspace.write('newer.json', JSON.stringify({ ...results, schemaVersion: 2 }));
    const unsound = await run.workspace.write(
      'unsound.json',
      JSON.stringify({ ...results, verdict: 'unsound', exitCode: 5 }),
    );
    const unreached = await run.workspace.write(
      'unreached.json',
      JSON.stringify({ ...results, verdict: 'incomplete', exitCode: 4 }),
    );
    for (const [file, says] of [
      [newer, 'update mde-conformance'],
      [unsound, 'is unsound and proves nothing'],
      [unreached, 'did not reach its target'],
    ] as const)
      expect(await run.audit('a', '--baseline', file)).toMatchObject({
        code: 2,
        err: expect.stringContaining(says) as string,
      });
  });

  test('--no-new fails for what the baseline does not have', async () => {
    await using run = await audited();
    expect((await run.audit('same', '--baseline', run.workspace.at('run'), '--no-new')).code).toBe(0);
    await call(['audit', run.workspace.at('clean.har'), '--out', run.workspace.at('clean')]);
    const { code, out } = await run.audit('worse', '--baseline', run.workspace.at('clean'), '--no-new');
    expect(code).toBe(1);
    expect(out).toMatch(/\d+ new \(.*0 known from the baseline/s);
    expect(await call(['verify', run.workspace.at('worse'), '--rejudge'])).toMatchObject({ code: 0 });
  });

  test('--fail-on changes the exit code, and not the verdict', async () => {
    await using run = await audited();
    const { code, out } = await run.audit('none', '--fail-on', 'none');
    expect(code).toBe(0);
    expect(out).toContain('(--fail-on none)');
    expect(await run.results('none')).toMatchObject({ verdict: 'nonconformant', exitCode: 0, failOn: 'none' });
  });

  test('report lays other waivers over a run', async () => {
    await using run = await audited();
    await run.waive('--check', ...run.musts, ...why, '--expires', dayIn(30));
    const args = ['report', run.workspace.at('run'), '--waivers', run.file, '--out', run.workspace.at('again')];
    expect((await call(args)).code).toBe(0);
    expect((await run.results('again')).waivers).toHaveLength(run.musts.length);
    expect(await call(['verify', run.workspace.at('again'), '--rejudge'])).toMatchObject({ code: 0 });
  });
});
