import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { startRawServer } from '../../../wire/testing/raw-server.ts';
import { scenariosInAllWays } from '../../../../suites/ways.ts';
import { scenarios } from '../../../../suites/scenarios.ts';
import { call } from '../testing/io.ts';
import { createWorkspace } from '../testing/workspace.ts';

interface Plan {
  readonly target: string | null;
  readonly effects: readonly string[];
  readonly scenarios: readonly { readonly id: string; readonly effect: string; readonly devices: number }[];
  readonly enrolls: readonly string[];
}

async function planned(...args: readonly string[]): Promise<Plan> {
  const { code, out, err } = await call(['run', '--plan', '--json', ...args]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Plan;
}

/** Those that need nothing of the target file but a user. */
const plain = scenarios.filter(({ state, given, way, effect }) => !state && !given && !way && effect !== 'unenroll');
const anybody = ['https://nobody.invalid/x/Discovery.svc', '--email', 'user@contoso.example'];

describe('run --plan', () => {
  test('prints what would be sent and which devices would enroll, and sends and writes nothing', async () => {
    await using workspace = await createWorkspace();
    await using target = await startRawServer('');
    const args = ['run', '--plan', target.url, '--email', 'user@contoso.example', '--out', workspace.at('report')];
    const { code, out, err } = await call(args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(target.received()).toBe('');
    expect(existsSync(workspace.at('report'))).toBe(false);
    for (const { id, title } of plain) expect(out).toMatch(new RegExp(`^${id} .*${title.slice(0, 20)}`, 'm'));
    expect(out).toContain('  mde-conformance-<run>-1\n');
    expect(out).toMatch(/It would enroll up to \d+ devices:/);
    expect(out).toMatch(/it would renew the certificates of up to \d+ of them/);
    expect(out).toMatch(/Nothing was sent\.\n$/);
  });

  test('does not even resolve the name of the target, and needs no password', async () => {
    const plan = await planned(...anybody);
    expect(plan.target).toBe('https://nobody.invalid/x/Discovery.svc');
    expect(plan.scenarios.map(({ id }) => id)).toEqual(plain.map(({ id }) => id));
  });

  test('lists what it leaves out, and why', async () => {
    const at = ['--email', 'user@contoso.example', '--effects', 'read,enroll', '--check', 'discovery/answer'];
    const { out } = await call(['run', '--plan', 'https://nobody.invalid', ...at]);
    expect(out).toContain('limited to check=discovery/answer, would drive:\n\nwindows-enrollment');
    expect(out).toMatch(/^renewal +by --effects$/m);
    expect(out).toMatch(/^policies-only +no selected check needs it$/m);
    const whole = await call(['run', '--plan', 'https://nobody.invalid', '--email', 'user@contoso.example']);
    expect(whole.out).toMatch(/^state-maintenance +the target file does not say how to bring its state about$/m);
    expect(whole.out).toMatch(/^deep-link-pages +the target file does not give what it needs$/m);
  });

  test('is narrowed to the scenarios that the selected checks need', async () => {
    const plan = await planned(...anybody, '--check', 'renewal/thumbprint,transport/older-*');
    expect(plan.scenarios.map(({ id }) => id)).toEqual(['windows-enrollment', 'older-http', 'renewal']);
    const read = await planned(...anybody, '--check', 'discovery/os-editions', '--effects', 'read');
    expect(read.scenarios.map(({ id }) => id)).toEqual(['offered-ways', 'discover-values']);
  });

  test('counts each device that may enroll', async () => {
    const { scenarios: rows, enrolls, effects } = await planned();
    const devices = rows.filter(({ effect }) => effect !== 'read').reduce((sum, row) => sum + row.devices, 0);
    expect(effects).toEqual(['read', 'enroll', 'renew', 'unenroll']);
    expect(enrolls).toHaveLength(devices);
    expect(new Set(enrolls).size).toBe(devices);
    const all = scenariosInAllWays.filter(({ given }) => given !== 'cleanup');
    expect(rows.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  });

  test('enrolls nothing where only reading is allowed', async () => {
    const { scenarios: rows, enrolls } = await planned('--effects', 'read');
    expect(enrolls).toEqual([]);
    expect(new Set(rows.map(({ effect }) => effect))).toEqual(new Set(['read']));
    expect((await call(['run', '--plan', '--effects', 'read'])).out).toContain('It would enroll no device.');
  });

  test('with a rate leaves out what needs simultaneous requests, and says how long the others take at least', async () => {
    const { code, out } = await call(['run', '--plan', '--rate', '60']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^simultaneous-discovery +its requests have to be sent at the same time, which --rate does not/m,
    );
    const [, requests = '', minutes = ''] =
      /^(\d+) requests \(as many as the reference server gets\) at 60 a minute: at least (\d+) min \d+ s\.$/m.exec(
        out,
      ) ?? [];
    expect(Number(requests)).toBeGreaterThan(400);
    expect(Number(minutes)).toBe(Math.floor((Number(requests) - 1) / 60));
    const narrowed = await planned(...anybody, '--rate', '30', '--check', 'discovery/answer');
    expect(narrowed).toMatchObject({ rate: 30, requests: 7, leastSeconds: 12 });
    expect(await planned()).not.toHaveProperty('rate');
  });

  test('holds the states that the target file names', async () => {
    await using workspace = await createWorkspace();
    const states = 'states:\n  license: { user: { email: a@b.example, passwordEnv: NOT_SET } }\n';
    const file = await workspace.write('target.yaml', `url: https://localhost\nemail: a@b.example\n${states}`);
    const { scenarios: rows } = await planned(file);
    expect(rows.map(({ id }) => id).filter((id) => id.startsWith('state-'))).toEqual(['state-license']);
  });
});

test.for([
  ['--effects enroll', '--effects: "enroll" is not allowed; give read, read,enroll, or read,enroll,renew'],
  ['--effects read,renew', '--effects: "read,renew" is not allowed; give read, read,enroll, or read,enroll,renew'],
  ['--effects read,destroy', '--effects: "read,destroy" is not allowed; give read, read,enroll, or read'],
  ['--effects ,', '--effects: "," is not allowed; give read, read,enroll, or'],
  ['--concurrency 0', '--concurrency: "0" is not allowed; give a number from 1 to 16'],
  ['--concurrency 17', '--concurrency: "17" is not allowed'],
  ['--concurrency 1.5', '--concurrency: "1.5" is not allowed'],
  ['--rate 0', '--rate: "0" is not allowed; give requests a minute, a whole number from 1 to 6000'],
  ['--rate 6001', '--rate: "6001" is not allowed'],
  ['--rate 0.5', '--rate: "0.5" is not allowed'],
  ['--rate 60/min', '--rate: "60/min" is not allowed'],
  ['--rate -1', '--rate: "-1" is not allowed'],
  ['--concurrency many', '--concurrency: "many" is not allowed'],
])('run %s is refused: %s', async ([options = '', message = '']) => {
  const { code, out, err } = await call(['run', '--plan', ...options.split(' ')]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
});
