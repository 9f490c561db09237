import { describe, expect, test } from 'vitest';
import { noteOf } from '../../app/assess.ts';
import { discoverAnswer } from '../../../suites/discovery/answer.ts';
import { enrollmentAnswer } from '../../../suites/enrollment/answer.ts';
import { requiredCredential } from '../../../suites/enrollment/required-credential.ts';
import { modernEnrollment } from '../../../suites/enrollment/scenarios/modern-enrollment.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { wrongPassword as wrongPasswordCheck } from '../../../suites/faults/wrong-password.ts';
import { wrongPassword } from '../../../suites/faults/scenarios/wrong-password.ts';
import { policyAnswer } from '../../../suites/policy/answer.ts';
import { withBody } from '../../reference-server/mount/reply.ts';
import type { HttpRequest, HttpResponse, Session, Transport } from '../../wire/exchange/exchange.ts';
import { bodyOf } from '../../testing/stub-server.ts';
import { referenceSession } from '../../testing/reference-run.ts';
import type { Check } from '../rule/check.ts';
import type { Departure } from '../rule/counterexample.ts';
import { answer, close, status } from '../rule/departures.ts';
import { openDossier } from '../evidence/dossier.ts';
import { judge } from '../verdict/judge.ts';
import { obstacleIn } from '../verdict/obstacle.ts';

const scenarios = [windowsEnrollment, modernEnrollment, wrongPassword];
const isIssue = (request: HttpRequest): boolean => bodyOf(request).includes('200512/Issue<');
const isDiscover = (request: HttpRequest): boolean => /<(\w+:)?Discover[ >]/.test(bodyOf(request));
const capReached = answer('issue', { as: 'fault', subcode: 'Authorization', errorType: 'DeviceCapReached' });

describe('a valid request that is refused for a state of the server that passes', () => {
  test('by a cap leaves the rule about such requests open, and the run is told what to do', async () => {
    const session = await referenceSession({ scenarios, departures: [capReached] });
    expect(outcomeOf(enrollmentAnswer, session)).toEqual([
      'inconclusive',
      'the server refused a valid request because of its current state: a fault (DeviceCapReached)',
    ]);
    expect(obstacleOf(session)).toMatch(
      /^exchange 3 \(the first of 3 such exchanges\) got a fault \(DeviceCapReached\); a device shows 0x80180013: the user may not enroll more devices; raise/,
    );
  });

  test('by a limit does so too, whatever was answered before', async () => {
    const session = await limiting(isIssue, 1, 429);
    expect(outcomeOf(enrollmentAnswer, session)).toEqual([
      'inconclusive',
      'the server refused a valid request because of its current state: HTTP 429',
    ]);
    expect(obstacleOf(session)).toMatch(/: the server limits the rate of requests; lift the limit/);
  });

  test('by an outage does so where such a request was answered at another time, and otherwise fails', async () => {
    expect(outcomeOf(discoverAnswer, await limiting(isDiscover, 1, 503))[0]).toBe('inconclusive');
    expect(outcomeOf(discoverAnswer, await limiting(isDiscover, 0, 503))[0]).toBe('failed');
  });

  test('by a lockout does so where a wrong credential was refused before and no right one is accepted after', async () => {
    const session = await limiting((request) => bodyOf(request).includes('GetPolicies<'), 4, 401);
    expect(outcomeOf(policyAnswer, session)).toEqual([
      'inconclusive',
      'the server refused a valid request because of its current state: HTTP 401',
    ]);
    expect(obstacleOf(session)).toMatch(/: the server refuses credentials that it accepted before, so the user may be/);
  });

  test('fails where it is the credential, and no wrong one was refused before', async () => {
    const session = await limiting((request) => bodyOf(request).includes('GetPolicies<'), 1, 401);
    expect(outcomeOf(policyAnswer, session)[0]).toBe('failed');
    expect(obstacleOf(session)).toBeUndefined();
  });

  test('is nothing that stands in the way of the reference server', async () => {
    expect(obstacleOf(await referenceSession({ scenarios }))).toBeUndefined();
  });
});

describe('a request that must be refused', () => {
  const departures: Readonly<Record<string, Departure>> = {
    'closes the connection': close('issue'),
    'answers in HTML': answer('issue', { as: 'html' }),
    'is broken': status('issue', 502),
  };
  test.each(Object.entries(departures))(
    'says nothing where the service never answered a valid one and %s',
    async (_, departure) => {
      const session = await referenceSession({
        scenarios,
        departures: [departure, { ...departure, on: 'issue fault' }],
      });
      expect(outcomeOf(wrongPasswordCheck, session)[0]).toBe('inconclusive');
      expect(outcomeOf(enrollmentAnswer, session)[0]).toBe('failed');
    },
  );
});

test('a wrong password that is accepted fails all the same, where the right one is not', async () => {
  const departures = [answer('issue', { as: 'html' }), answer('issue fault', { as: 'control' })] as const;
  const session = await referenceSession({ scenarios, departures });
  expect(outcomeOf(enrollmentAnswer, session)[0]).toBe('failed');
  expect(outcomeOf(wrongPasswordCheck, session)[0]).toBe('failed');
});

test('what the run never came to names the check that says why', async () => {
  const session = await referenceSession({ scenarios, departures: [answer('get-policies', { as: 'html' })] });
  expect(judged(requiredCredential, session)).toMatchObject({
    outcome: 'inconclusive',
    reason: expect.stringMatching(/^the run got no answer .* of kind issue: exchange 2 got HTTP 200/) as string,
    blockedBy: 'policy/answer',
  });
});

/** A run against the reference server that answers the first so many of these requests, and refuses all others with a status. */
function limiting(isMeant: (request: HttpRequest) => boolean, many: number, code: number): Promise<Session> {
  let seen = 0;
  const between =
    (transport: Transport): Transport =>
    async (request) => {
      const answered = await transport(request);
      if (answered.kind === 'broken' || !isMeant(request)) return answered;
      seen += 1;
      return seen <= many ? answered : { kind: 'answered', response: refused(answered.response, code) };
    };
  return referenceSession({ scenarios, between });
}

function refused(response: HttpResponse, code: number): HttpResponse {
  return withBody({ ...response, status: code }, new Uint8Array());
}

function outcomeOf(check: Check, session: Session): readonly [string, string?] {
  const { outcome, reason } = judged(check, session);
  return reason === undefined ? [outcome] : [outcome, reason];
}

function judged(check: Check, session: Session): ReturnType<typeof judge> {
  using dossier = openDossier(session);
  return judge(check, dossier, noteOf);
}

function obstacleOf(session: Session): string | undefined {
  using dossier = openDossier(session);
  return obstacleIn(dossier);
}
