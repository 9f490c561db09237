import { describe, expect, test } from 'vitest';
import type { DescribedStates } from '../../../harness/device/target/target-description.ts';
import type { Answer, Exchange, HttpRequest, Session, Transport } from '../../../harness/wire/exchange/exchange.ts';
import { answerWith, bodyOf } from '../../../harness/testing/stub-server.ts';
import { referenceSession } from '../../../harness/testing/reference-run.ts';
import { assess } from '../../../harness/app/assess.ts';
import { occasionOf } from '../../../harness/app/stored-session.ts';
import { policiesOnly } from '../../policy/scenarios/policies-only.ts';
import { stateDeviceCap } from '../state-device-cap.ts';
import { stateMaintenance } from '../state-maintenance.ts';
import { serverStates } from './server-states.ts';

const admin = 'https://admin.contoso.example/maintenance';
const maintenance: DescribedStates = {
  maintenance: { by: 'http', request: { method: 'PUT', url: admin }, undo: { method: 'DELETE', url: admin } },
};
const drives = [policiesOnly, ...serverStates];

/** A server with an interface that puts it into maintenance; while it is, each user is refused like the prepared one. */
function administered(answers: { readonly put: Answer; readonly delete: Answer }): {
  readonly between: (transport: Transport) => Transport;
  readonly calls: string[];
} {
  const calls: string[] = [];
  let isInMaintenance = false;
  const between = (transport: Transport): Transport => {
    return (request) => {
      if (request.url !== admin) return transport(isInMaintenance ? inMaintenance(request) : request);
      calls.push(request.method);
      const answer = request.method === 'PUT' ? answers.put : answers.delete;
      if (answer.response?.status === 200) isInMaintenance = request.method === 'PUT';
      return Promise.resolve(answer);
    };
  };
  return { between, calls };
}

function inMaintenance(request: HttpRequest): HttpRequest {
  const body = bodyOf(request).replaceAll('user@contoso.example', 'maintenance@contoso.example');
  return { ...request, body: new TextEncoder().encode(body) };
}

const names = ({ exchanges }: Session): (string | undefined)[] =>
  exchanges.filter(({ label }) => label?.scenario === 'state-maintenance').map(({ label }) => label?.name);

const outcomes = (session: Session) =>
  assess(session, [stateMaintenance, stateDeviceCap], occasionOf(session, 'live', '')).judgements.map(
    ({ outcome, reason }) => ({ outcome, reason }),
  );

const ok = answerWith('');
const notNamed =
  'applies when the run can bring the server into the state "device-cap"; the target file does not say how ("states")';

describe('a state that is brought about over HTTP', () => {
  test('lies between two enrollments and is undone; a state that nothing names is not applicable', async () => {
    const { between, calls } = administered({ put: ok, delete: ok });
    const session = await referenceSession({ scenarios: drives, states: maintenance, between });
    expect(names(session)).toEqual([
      'discover',
      'get-policies',
      'control-before',
      'get-policies-in-state',
      'issue-in-state',
      'control-after',
    ]);
    expect(calls).toEqual(['PUT', 'DELETE']);
    expect(session.meta).toMatchObject({
      scenarios: ['policies-only', 'state-maintenance'],
      states: [{ state: 'maintenance', by: 'http' }],
    });
    expect(outcomes(session)).toEqual([
      { outcome: 'passed', reason: undefined },
      { outcome: 'inapplicable', reason: notNamed },
    ]);
  });

  test('that does not come about is inconclusive, with the reason', async () => {
    const { between, calls } = administered({ put: answerWith('', 403), delete: ok });
    const session = await referenceSession({ scenarios: drives, states: maintenance, between });
    expect(calls).toEqual(['PUT', 'DELETE']);
    expect(names(session).at(-1)).toBe('control-before');
    const why = `the run could not bring it about: PUT ${admin} got HTTP 403`;
    expect(session.meta?.states).toEqual([{ state: 'maintenance', by: 'http', problem: why }]);
    expect(outcomes(session)[0]).toEqual({
      outcome: 'inconclusive',
      reason: `the state "maintenance" of the server: ${why}`,
    });
  });

  test('that cannot be undone is inconclusive, because no valid request succeeds after it', async () => {
    const { between } = administered({ put: ok, delete: answerWith('', 500) });
    const session = await referenceSession({ scenarios: drives, states: maintenance, between });
    expect(session.meta?.states?.[0]?.problem).toMatch(/^the run could not end it: DELETE .* HTTP 500$/);
    expect(outcomes(session)[0]).toMatchObject({
      outcome: 'inconclusive',
      reason: expect.stringContaining('InMaintenance') as string,
    });
  });

  test('that changes nothing fails, because the request is accepted', async () => {
    const between = (transport: Transport): Transport => {
      return (request) => (request.url === admin ? Promise.resolve(ok) : transport(request));
    };
    const session = await referenceSession({ scenarios: drives, states: maintenance, between });
    expect(outcomes(session)[0]).toMatchObject({ outcome: 'failed' });
  });
});

test('a server that refuses for its state already where policies are asked for is judged there', async () => {
  const between = (transport: Transport): Transport => {
    return async (request) => {
      const isRefused = bodyOf(request).includes('maintenance@') && bodyOf(request).includes('GetPolicies');
      if (!isRefused) return await transport(request);
      const url = request.url.replace('Policy.svc', 'Enrollment.svc');
      return await transport({ ...request, url, body: new TextEncoder().encode(issueLike(bodyOf(request))) });
    };
  };
  const session = await referenceSession({ scenarios: drives, between });
  expect(names(session)).not.toContain('issue-in-state');
  expect(outcomes(session)[0]).toEqual({ outcome: 'passed', reason: undefined });
});

/** The same credential before the enrollment service, which refuses it before it looks at the rest. */
function issueLike(message: string): string {
  return message.replace(
    'http://schemas.microsoft.com/windows/pki/2009/01/enrollmentpolicy/IPolicy/GetPolicies',
    'http://schemas.microsoft.com/windows/pki/2009/01/enrollment/RST/wstep',
  );
}

test('nobody says in a third-party recording which state the server was in', async () => {
  const { exchanges } = await referenceSession({ scenarios: drives });
  expect(outcomes({ exchanges: exchanges.map(unlabelled) })[0]).toMatchObject({ outcome: 'inapplicable' });
});

function unlabelled({ index, startedAt, durationMs, request, answer, secrets }: Exchange): Exchange {
  return { index, startedAt, durationMs, request, answer, secrets };
}

test('the passwords of prepared users are not stored', async () => {
  const password = 'a password of a prepared user';
  const session = await referenceSession({
    scenarios: drives,
    states: { 'device-cap': { by: 'user', email: 'cap@contoso.example', password } },
  });
  const bodies = session.exchanges.map(({ request }) => bodyOf(request)).join('');
  expect(bodies).toContain('cap@contoso.example');
  expect(bodies).not.toContain(password);
});
