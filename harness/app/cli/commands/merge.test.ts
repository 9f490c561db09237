import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../device/run/scenario.ts';
import { offeredWays } from '../../../../suites/discovery/scenarios/offered-ways.ts';
import { discoverVersions } from '../../../../suites/discovery/scenarios/discover-versions.ts';
import { windowsEnrollment } from '../../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { call } from '../testing/io.ts';
import { whileServing } from '../testing/serving.ts';
import { createWorkspace } from '../testing/workspace.ts';

/** Milliseconds; it takes a few seconds where nothing else is done. */
const timeout = 180_000;

const scenarios: readonly Scenario[] = [windowsEnrollment, offeredWays, discoverVersions];
const key = { MDE_SHARD_KEY: 'a key of sixteen letters' };
const target = 'https://mdm.example/EnrollmentServer/Discovery.svc';
const who = ['--email', 'user@mdm.example'];

describe('run --shard refuses', () => {
  test.each([
    [['--shard', '3/2'], '--shard: "3/2" is not allowed; give i/n, such as 2/3'],
    [['--shard', '0/2'], '--shard: "0/2" is not allowed'],
    [['--shard', '1/1'], '--shard: "1/1" is not allowed'],
    [['--shard', '1/99'], '--shard: "1/99" is not allowed'],
    [['--shard', 'first'], '--shard: "first" is not allowed'],
    [['--shard', '1/2'], '--shard needs --seed: the same text for all shards of a run, and another one for each run'],
    [['--shard', '1/2', '--seed', 'one', '--history', 'kept'], '--shard and --history exclude each other'],
    [
      ['--shard', '1/2', '--seed', 'one', '--checks', 'examples/own-check/acme.mjs'],
      '--shard and --checks exclude each other',
    ],
    [['--shard', '1/2', '--seed', 'one', '--fail-on', 'none'], '--shard and --fail-on exclude each other'],
  ])('%j', async (options, says) => {
    const { code, err, out } = await call(['run', target, ...who, ...options, '--plan'], key);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`mde-conformance: ${says}`);
  });

  test.each([
    [{}, 'MDE_SHARD_KEY is not set; set it to the same random text of at least 16 characters'],
    [{ MDE_SHARD_KEY: ' short ' }, 'MDE_SHARD_KEY has 5 characters; set it'],
  ])('the key %j', async (env, says) => {
    const { code, err } = await call(['run', target, ...who, '--shard', '1/2', '--seed', 'one', '--plan'], env);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });

  test('the embedded server', async () => {
    const { code, err } = await call(['run', '--shard', '1/2', '--seed', 'one', '--plan'], key);
    expect(code).toBe(2);
    expect(err).toContain('--shard needs a target: the embedded server ends with its run');
  });
});

test('a plan shows what one shard drives, with the numbers that its devices have in the whole run', async () => {
  const plan = async (...options: readonly string[]) => {
    const { out } = await call(['run', target, ...who, '--plan', '--json', ...options], key);
    return JSON.parse(out) as { readonly scenarios: readonly { readonly id: string }[]; readonly enrolls: string[] };
  };
  const shards = await Promise.all(['1/2', '2/2'].map((part) => plan('--seed', 'one', '--shard', part)));
  const whole = await plan();
  const idsOf = ({ scenarios: rows }: Awaited<ReturnType<typeof plan>>) => rows.map(({ id }) => id);
  expect(new Set(shards.flatMap(idsOf))).toEqual(new Set(idsOf(whole)));
  expect(new Set(shards.flatMap(({ enrolls }) => enrolls))).toEqual(new Set(whole.enrolls));
  for (const shard of shards) {
    expect(idsOf(shard).slice(0, 2)).toEqual(['windows-enrollment', 'offered-ways']);
    expect(shard.enrolls.length).toBeLessThan(whole.enrolls.length * 0.7);
  }
});

test('two shards are merged to the report of one run; what is no shard of it is refused', { timeout }, async () => {
  await using workspace = await createWorkspace();
  const at = (name: string): string => workspace.at(name);
  await whileServing([], async ({ url, email, passwordFile, ca }) => {
    for (const part of ['1/2', '2/2']) {
      const from = ['run', url, '--email', email, '--password-file', passwordFile, '--ca', ca, '--seed', 'one'];
      const shard = ['--shard', part, '--out', at(`s${part.slice(0, 1)}`), '--format', 'json'];
      const { code, out } = await call([...from, ...shard], key, scenarios);
      expect(code).toBe(3);
      expect(out).toContain(`this is shard ${part.slice(0, 1)} of 2`);
    }
  });
  const merging = (...names: readonly string[]) =>
    call(['merge', ...names.map(at), '--out', at('joined'), '--format', 'html,junit'], {});

  const merged = await merging('s2', 's1');
  expect(merged.out).not.toContain('shard');
  const results = JSON.parse(await workspace.read('joined/results.json')) as {
    readonly run: { readonly mode: string };
    readonly judgements: readonly { readonly check: string; readonly outcome: string }[];
  };
  expect(results.run.mode).toBe('live');
  expect(results.judgements.find(({ check }) => check === 'enrollment/answer')?.outcome).toBe('passed');
  const verified = await call(['verify', at('joined'), '--rejudge'], {});
  expect([verified.code, verified.out]).toEqual([0, expect.stringContaining('Judged again to the same bytes')]);

  const alone = await merging('s1');
  expect([alone.code, alone.out]).toEqual([3, expect.stringContaining('shard 2 of 2 is missing')]);

  const refused = async (says: string, ...names: readonly string[]) => {
    const { code, err } = await merging(...names);
    expect([code, err]).toEqual([2, expect.stringContaining(says)]);
  };
  await refused('are both shard 1 of 2; leave one out', 's1', 's1');
  await refused('--out is the folder of a shard', 's1', 'joined');
  const again = await call(['merge', at('s1'), at('joined'), '--out', at('other')], {});
  expect([again.code, again.err]).toEqual([
    2,
    expect.stringContaining('was joined already; name the folders of its shards'),
  ]);
  await workspace.write('s2/session.har', '{}');
  await refused('s2 is not as "run" wrote it: session.har was changed', 's1', 's2');
  await refused('holds no manifest.json', 's1', '');
});
