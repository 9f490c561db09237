import { describe, expect, test } from 'vitest';
import type { Session } from '../../wire/exchange/exchange.ts';
import { referenceSession } from '../../testing/reference-run.ts';
import { enrollmentWithoutPolicies } from '../../../suites/enrollment/scenarios/enrollment-without-policies.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import type { Departure } from '../rule/counterexample.ts';
import { openDossier } from '../evidence/dossier.ts';
import { barrierTo } from './reach.ts';

async function record(...departures: Departure[]): Promise<Session> {
  return await referenceSession({ departures, scenarios: [windowsEnrollment] });
}

function barrierOf(session: Session): string | undefined {
  using dossier = openDossier(session);
  return barrierTo(dossier)?.why;
}

const authentication = { as: 'fault', subcode: 'Authentication' } as const;

describe('a run has got at its target', () => {
  test.each<[string, Departure[]]>([
    ['that answers', []],
    ['that refuses the probe alone', [{ on: 'probe', status: 401 }]],
    ['that answers Discover with 401', [{ on: 'discover', status: 401 }]],
    ['that refuses for another reason', [{ on: 'get-policies', answer: { as: 'fault', subcode: 'Authorization' } }]],
    ['that takes the credentials once and then no more', [{ on: 'issue', answer: authentication }]],
    ['that closes the connection on credentials', [{ on: 'get-policies', connection: 'close' }]],
  ])('%s', async (_, departures) => {
    expect(barrierOf(await record(...departures))).toBeUndefined();
  });
});

test('a run has got at a target of which one service accepts what the other refuses', async () => {
  const departures = [{ on: 'get-policies', status: 403 }] as const;
  const scenarios = [windowsEnrollment, enrollmentWithoutPolicies];
  expect(barrierOf(await referenceSession({ departures, scenarios }))).toBeUndefined();
});

describe('a run has not got at a target', () => {
  test('that refuses the first credentials with a fault', async () => {
    const session = await record({ on: 'get-policies', answer: authentication });
    expect(barrierOf(session)).toBe(
      'the target refused the credentials: exchange 2, the first with credentials, got a fault (Authentication); ' +
        'check the e-mail address and the password; a server that takes only tokens refuses the right ones too',
    );
  });

  test.each([401, 403])('that refuses them with status %i', async (status) => {
    expect(barrierOf(await record({ on: 'get-policies', status }))).toMatch(
      /^the target refused the credentials: exchange 2/,
    );
  });

  test('that answers nothing', async () => {
    const session = await record({ on: 'probe', connection: 'close' }, { on: 'discover', connection: 'close' });
    expect(barrierOf(session)).toMatch(
      /^the target did not answer: .* closed the connection before its answer was complete$/,
    );
  });

  test('that answers nothing but 401', async () => {
    const session = await record({ on: 'probe', status: 401 }, { on: 'discover', status: 401 });
    expect(barrierOf(session)).toBe(
      'the target refused every request with HTTP 401, even those that need no credentials',
    );
  });
});

test('in a third-party recording nobody knows which credentials were meant to be right', async () => {
  const { exchanges } = await record({ on: 'get-policies', answer: authentication });
  const recorded = exchanges.map(({ label, ...exchange }) => ({ ...exchange, wasLabelled: label !== undefined }));
  expect(barrierOf({ exchanges: recorded })).toBeUndefined();
});
