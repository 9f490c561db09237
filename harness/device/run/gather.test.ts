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
      'modern-enrollment undriven',
    ]);
    expect(run.meta.scenarios).toEqual(scenarios.filter(({ state }) => !state).map(({ id }) => id));
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
        scenarios: scenarios.slice(0, 2),
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
