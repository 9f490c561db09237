import { describe, expect, test } from 'vitest';
import { readCertificateRequest } from '../../protocol/pki/read/certificate-request.ts';
import type { Answer } from '../../wire/exchange/exchange.ts';
import {
  answerWith,
  askedFor,
  bodyOf,
  discovered,
  drive,
  issued,
  origin,
  password,
  policies,
  refused,
  services,
  valid,
} from '../../testing/stub-server.ts';
import type { Answers } from '../../testing/stub-server.ts';
import { scenarios } from '../../../suites/scenarios.ts';
import { PoolKeysRefused } from './device-keys.ts';
import type { ScenarioProgress } from './scenario-progress.ts';

/** Those that every server is driven in, in its own way. */
const ordinary = scenarios.filter(({ id, way }) => way === undefined && id !== 'offered-ways');

describe('where a server leaves no way to go on, a flow ends', () => {
  const first = scenarios.slice(0, 1);

  test.for<[name: string, answers: Partial<Answers>, last: string]>([
    ['HTML for DiscoverResponse', { Discover: '<html><br></html>' }, 'discover'],
    ['no EnrollmentServiceUrl', { Discover: discovered() }, 'discover'],
    ['a plain HTTP address', { Discover: discovered(services.replaceAll('https:', 'http:')) }, 'discover'],
    [
      'a policy that the user has no credential for',
      { Discover: discovered(services).replace('OnPremise', 'Federated') },
      'discover',
    ],
    ['status 500 for policies', { GetPolicies: answerWith(policies(2048), 500) }, 'get-policies'],
    ['a key length that no device makes', { GetPolicies: policies(16384) }, 'get-policies'],
    ['an empty token', { RequestSecurityToken: issued.replace('PHdhcC8+', '') }, 'issue'],
  ])('%s', async ([, answers, last]) => {
    const { driven } = await drive(answers, { scenarios: first });
    expect(driven.at(-1)).toBe(`windows-enrollment/${last}`);
  });

  test('but a server without a policy service still issues', async () => {
    const Discover = discovered(services.replace(/<EnrollmentPolicy.*Policy.*?Url>/, ''));
    expect((await drive({ Discover }, { scenarios: first })).driven.slice(-2)).toEqual([
      'windows-enrollment/discover',
      'windows-enrollment/issue',
    ]);
  });
});

describe('a run', () => {
  test('makes the longer key that a policy asks for', async () => {
    const run = await drive({ GetPolicies: policies(3072) }, { scenarios: scenarios.slice(0, 1) });
    const token = /PKCS10"[^>]*>([^<]*)</.exec(bodyOf(run.requestsOf('windows-enrollment').at(-1) ?? never()))?.[1];
    expect(readCertificateRequest(Buffer.from(token ?? '', 'base64')).publicKey.bits).toBe(3072);
  });

  test('ends after the first scenario when nothing answers', async () => {
    const seen: string[] = [];
    const run = await drive(
      { probe: refused },
      { onScenario: ({ scenario, state }) => void seen.push(`${scenario.id} ${state}`) },
    );
    expect(run.driven).toEqual(['windows-enrollment/probe']);
    expect(seen.slice(0, 3)).toEqual([
      'windows-enrollment started',
      'windows-enrollment driven',
      'offered-ways undriven',
    ]);
    expect(run.meta.scenarios).toEqual(
      scenarios
        .filter(({ state, given, way, effect }) => !state && !given && !way && effect !== 'unenroll')
        .map(({ id }) => id),
    );
  });

  test('with a rate waits for its turns before an exchange begins, and refuses a rate that is none', async () => {
    let elapsed = 0;
    const wait = (ms: number) => {
      elapsed += ms;
      return Promise.resolve();
    };
    const now = () => new Date(Date.parse('2026-01-15T09:30:00Z') + elapsed);
    const options = { scenarios: scenarios.slice(0, 1), now, clock: { elapsed: () => elapsed, wait } };
    const { exchanges, meta } = await drive({}, { ...options, rate: 20 });
    expect(exchanges.map(({ startedAt, durationMs }) => [startedAt.slice(14, 19), durationMs])).toEqual([
      ['30:00', 0],
      ['30:03', 0],
      ['30:06', 0],
      ['30:09', 0],
    ]);
    expect(meta).toMatchObject({ rate: 20, durationMs: 9000 });
    await expect(drive({}, { ...options, rate: 0 })).rejects.toThrow(
      'rate: 0 is not allowed; give a whole number from 1 to 6000',
    );
  });

  test('with a rate drives no more scenarios side by side than requests begin in a minute', async () => {
    let elapsed = 0;
    let running = 0;
    let most = 0;
    const clock = {
      elapsed: () => elapsed,
      wait: (ms: number) => {
        elapsed += ms;
        return Promise.resolve();
      },
    };
    const onScenario = ({ state }: ScenarioProgress) => {
      running += { started: 1, driven: -1, undriven: 0 }[state];
      most = Math.max(most, running);
    };
    const run = { clock, onScenario, scenarios: ordinary.slice(0, 9), concurrency: 4 };
    await drive({}, { ...run, rate: 2 });
    expect(most).toBe(2);
    await drive({}, { ...run, rate: 100 });
    expect(most).toBe(4);
  });

  test('that is interrupted while it waits for a turn ends at once', async () => {
    const interruption = new AbortController();
    const { signal } = interruption;
    const onScenario = ({ state }: ScenarioProgress) => {
      if (state !== 'started') return;
      setImmediate(() => {
        interruption.abort();
      });
    };
    await expect(drive({}, { scenarios, rate: 1, signal, onScenario })).rejects.toThrow('the run was interrupted');
  });

  test('offers one policy only where the target is told so, as a variant', async () => {
    const target = {
      url: `${origin}/x`,
      email: 'user@contoso.example',
      auth: 'on-premise',
      deviceTrust: [],
      capabilities: [],
    } as const;
    const run = await drive({}, { target, scenarios: scenarios.slice(0, 1) });
    const discover = run.exchanges[1];
    expect(discover?.label?.variant).toBe('offers OnPremise only');
    expect(discover && bodyOf(discover.request)).toContain(
      '<AuthPolicies><AuthPolicy>OnPremise</AuthPolicy></AuthPolicies>',
    );
    expect(run.driven).toHaveLength(2);
  });

  test('sends what follows a redirected probe to its last address', async () => {
    const moved: Answer = {
      kind: 'answered',
      response: {
        status: 302,
        statusText: '',
        httpVersion: 'HTTP/1.1',
        headers: [['Location', '/elsewhere']],
        body: new Uint8Array(),
      },
    };
    let gets = 0;
    const run = await drive(
      {},
      {
        scenarios: ordinary.slice(0, 2),
        transport: (request) => {
          if (request.method !== 'GET') return Promise.resolve(answerWith(valid[askedFor(request)] as string));
          gets += 1;
          return Promise.resolve(gets === 1 ? moved : answerWith(''));
        },
      },
    );
    expect(run.driven.slice(0, 3)).toEqual([
      'windows-enrollment/probe',
      'windows-enrollment/probe-redirect-1',
      'windows-enrollment/discover',
    ]);
    expect(run.requestsOf('modern-enrollment')[0]?.url).toBe('https://enterpriseenrollment.contoso.example/elsewhere');
  });

  test('refuses the fixed test keys for a server that others reach', async () => {
    const target = {
      url: 'https://mdm.contoso.com/x',
      email: 'user@contoso.com',
      password,
      deviceTrust: [],
      capabilities: [],
    };
    await expect(drive({}, { target })).rejects.toThrow(PoolKeysRefused);
  });
});

function never(): never {
  throw new Error('the run sent no such request');
}
