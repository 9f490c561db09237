import { describe, expect, test } from 'vitest';
import { poolAuthorityKeys } from '../../../protocol/pki/build/authority-keys.ts';
import { createReferenceServer } from '../../../reference-server/mount/handler.ts';
import { listen } from '../../../reference-server/mount/listen.ts';
import { httpResponse } from '../../../reference-server/mount/reply.ts';
import { readHar } from '../../../wire/har/har.ts';
import type { Session } from '../../../wire/exchange/exchange.ts';
import { simultaneousDiscovery } from '../../../../suites/robustness/scenarios/simultaneous-discovery.ts';
import { fewScenarios } from '../testing/few-scenarios.ts';
import { call } from '../testing/io.ts';
import type { Called } from '../testing/io.ts';
import { createWorkspace } from '../testing/workspace.ts';

/** Milliseconds; a run takes a second where nothing else does. */
const timeout = 180_000;

const user = { email: 'user@contoso.example', password: 'correct horse' };

interface Run extends Called {
  readonly session: Session;
  readonly report: string;
  readonly results: {
    readonly because: string;
    readonly judgements: readonly { readonly check: string; readonly outcome: string; readonly reason?: string }[];
  };
}

/** Runs the command at a server on loopback that refuses each fifth request, and lets it come again at once. */
async function runAtLimited(...options: readonly string[]): Promise<Run> {
  let origin = '';
  let requests = 0;
  const server = createReferenceServer({
    origin: () => origin,
    now: () => new Date(),
    seed: 'limited',
    users: [user],
    keys: poolAuthorityKeys(),
  });
  await using listener = await listen({
    ...server,
    handle: async (request, certificate) => {
      requests += 1;
      if (requests % 5 !== 2) return await server.handle(request, certificate);
      return { response: httpResponse(429, [['Retry-After', '0']], new Uint8Array()) };
    },
  });
  ({ origin } = listener);
  await using workspace = await createWorkspace();
  const at = ['--email', user.email, '--ca', await workspace.write('ca.pem', listener.caPem)];
  const out = ['--out', workspace.at('out'), '--format', 'html'];
  const called = await call(
    ['run', `${origin}/EnrollmentServer/Discovery.svc`, ...at, ...out, ...options],
    { MDE_PASSWORD: user.password },
    [...fewScenarios, simultaneousDiscovery],
  );
  return {
    ...called,
    session: readHar(await workspace.read('out/session.har')),
    report: await workspace.read('out/report.html'),
    results: JSON.parse(await workspace.read('out/results.json')) as Run['results'],
  };
}

describe('run at a server with a limit', { timeout }, () => {
  test('with --rate keeps to it, waits where it is asked to, and judges the answers that come then', async () => {
    const { session, results, report, err } = await runAtLimited('--rate', '6000');
    const throttled = session.exchanges.filter(({ label }) => label?.throttled);
    expect(throttled.length).toBeGreaterThanOrEqual(2);
    expect(session.meta?.rate).toBe(6000);
    const answered = session.exchanges.filter(({ label }) => !label?.throttled);
    expect(answered.filter(({ answer }) => answer.response?.status === 429)).toEqual([]);
    expect(results.because).not.toContain('429');
    expect(results.judgements.find(({ check }) => check === 'enrollment/answer')?.outcome).toBe('passed');
    expect(results.judgements.find(({ check }) => check === 'robustness/simultaneous-requests')).toMatchObject({
      outcome: 'inconclusive',
      reason: expect.stringMatching(/because --rate 6000 keeps requests apart/) as string,
    });
    expect(err).toContain('1 of 4 scenarios are left out (1 by --rate); --plan lists them\n');
    expect(err).toMatch(/HTTP 429 with Retry-After; the run waits 0 s and sends the request again \(wait 1 of 10/);
    expect(report).toContain('at most 6000 requests a minute');
  });

  test('with --rate and --check does the same for what it is narrowed to', async () => {
    const { code, session, results } = await runAtLimited('--rate', '6000', '--check', 'discovery/answer');
    expect(code).toBe(0);
    expect(session.exchanges.map(({ label }) => [label?.name, label?.throttled === true]).slice(0, 3)).toEqual([
      ['probe', false],
      ['discover', true],
      ['discover', false],
    ]);
    expect(results.judgements.map(({ outcome }) => outcome)).toEqual(['passed']);
  });

  test('without --rate takes the refusal for the answer, and names the option', async () => {
    const { session, results } = await runAtLimited('--check', 'discovery/answer');
    expect(session.meta).not.toHaveProperty('rate');
    expect(session.exchanges.some(({ label }) => label?.throttled)).toBe(false);
    expect(results.because).toMatch(/HTTP 429.*lift the limit for this machine, or run with --rate/);
  });
});
