import { describe, expect, test } from 'vitest';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { faultChecks } from '../../../suites/faults/index.ts';
import { wrongPassword as wrongPasswordScenario } from '../../../suites/faults/scenarios/wrong-password.ts';
import { referenceSession } from '../../testing/reference-run.ts';
import type { Answer, Exchange, Session } from '../../wire/exchange/exchange.ts';
import type { Check, Needs } from '../rule/check.ts';
import type { Departure } from '../rule/counterexample.ts';
import { answer, behaves, close, set, status } from '../rule/departures.ts';
import { openDossier } from '../evidence/dossier.ts';
import { judge } from '../verdict/judge.ts';
import type { Judgement } from '../verdict/results.ts';

const wrongPassword = { each: ['get-policies', 'issue'], where: { deviation: 'wrong-password' } } as const;

describe('a request that must be refused', () => {
  test('counts beside valid requests that succeed', async () => {
    const session = await reference();
    const names = ['get-policies-wrong-password', 'issue-wrong-password'];
    expect(outcomeOf(wrongPassword, session)).toMatchObject({ outcome: 'passed', exchanges: indices(session, names) });
  });

  test('counts too where it is accepted, or where the connection is closed on it', async () => {
    const accepted = await reference(behaves({ acceptsAnyPassword: true }));
    expect(outcomeOf(wrongPassword, accepted)).toMatchObject({ outcome: 'passed', exchanges: { length: 2 } });
    const closed = await reference(close('issue fault'));
    expect(outcomeOf(wrongPassword, closed)).toMatchObject({ outcome: 'passed', exchanges: { length: 2 } });
  });

  test('is inconclusive where the control before it fails, and names it', async () => {
    const session = await refusing('control-before');
    const [index] = indices(session, ['control-before']);
    expect(outcomeOf(wrongPassword, session)).toMatchObject({
      outcome: 'inconclusive',
      reason: `exchange ${index ?? ''} got a fault (Authentication)`,
      blockedBy: 'policy/answer',
    });
  });

  test('is inconclusive where the control after it fails, for the user may be locked out', async () => {
    expect(outcomeOf(wrongPassword, await refusing('control-after'))).toMatchObject({
      outcome: 'inconclusive',
      reason: 'the server refused a valid request because of its current state: a fault (Authentication)',
    });
  });

  test('is inconclusive where the refusal is a cap, a licence or maintenance', async () => {
    for (const errorType of ['DeviceCapReached', 'UserLicense', 'InMaintenance']) {
      const session = await reference(answer('issue fault', { as: 'fault', subcode: 'Authorization', errorType }));
      expect(outcomeOf(wrongPassword, session)).toMatchObject({
        outcome: 'inconclusive',
        reason: expect.stringMatching(/^the server refused exchange \d+ because of its current state$/) as string,
      });
    }
  });

  test('is inconclusive where the server has too much to do', async () => {
    for (const code of [429, 503]) {
      const session = await reference(status('get-policies fault', code));
      expect(outcomeOf(wrongPassword, session)).toMatchObject({ outcome: 'inconclusive' });
    }
  });

  test('is inconclusive where nothing was sent, and where nothing valid was sent beside it', async () => {
    const session = await reference();
    const without = { ...session, exchanges: session.exchanges.filter(({ label }) => !label?.deviations) };
    expect(outcomeOf(wrongPassword, renumbered(without))).toMatchObject({
      outcome: 'inconclusive',
      reason: 'the run got no answer to a request with deviation wrong-password of kind get-policies, issue',
    });
    const alone = { ...session, exchanges: session.exchanges.filter(({ label }) => !label?.control) };
    expect(outcomeOf(wrongPassword, renumbered(alone))).toMatchObject({
      outcome: 'inconclusive',
      reason: expect.stringMatching(/^no valid request succeeded beside exchange \d+$/) as string,
    });
  });
});

describe('a server that refuses everything', () => {
  const fault = { as: 'fault', subcode: 'Authentication' } as const;
  const negatives = faultChecks.filter(({ needs }) => 'where' in needs);

  test('passes no check that waits for a refusal', async () => {
    const sessions = [
      await reference(answer('discover', fault), answer('get-policies', fault), answer('issue', fault)),
      await reference(answer('get-policies', fault), answer('issue', fault)),
      await refusing('control-before', 'control-after'),
    ];
    expect(negatives.length).toBeGreaterThan(0);
    for (const session of sessions) {
      const outcomes = negatives.map((check) => judged(check, session).outcome);
      expect(outcomes).toEqual(negatives.map(() => 'inconclusive'));
    }
  });
});

describe('in a third-party recording, a request that must be refused', () => {
  const needs = { each: 'issue', where: { deviation: 'security-missing' } } as const;

  test('counts beside any success of its kind', async () => {
    expect(outcomeOf(needs, await recorded())).toMatchObject({ outcome: 'passed', exchanges: { length: 1 } });
  });

  test('is inconclusive without one', async () => {
    const session = await recorded(answer('issue', { as: 'html' }));
    expect(outcomeOf(needs, session)).toMatchObject({
      outcome: 'inconclusive',
      reason: expect.stringMatching(/^no valid request succeeded beside exchange \d+$/) as string,
    });
  });
});

describe('several answers together', () => {
  test('may be refusals of one mistake by two services', async () => {
    const needs = { across: ['get-policies', 'issue'], where: { deviation: 'wrong-password' }, atLeast: 2 } as const;
    expect(outcomeOf(needs, await reference())).toMatchObject({ outcome: 'passed', exchanges: { length: 2 } });
    expect(outcomeOf(needs, await refusing('control-after'))).toMatchObject({ outcome: 'inconclusive' });
    expect(outcomeOf({ ...needs, atLeast: 3 }, await reference())).toMatchObject({
      outcome: 'inconclusive',
      reason: 'the session has 2 of the 3 needed answers of kind get-policies, issue',
    });
    expect(outcomeOf({ ...needs, where: { deviation: 'action' } }, await reference())).toMatchObject({
      outcome: 'inconclusive',
      reason: 'the run got no answer to a request with deviation action of kind get-policies, issue',
    });
  });

  test('may be faults', async () => {
    const needs = { across: ['get-policies', 'issue'], filter: 'fault', atLeast: 2 } as const;
    expect(outcomeOf(needs, await reference())).toMatchObject({ outcome: 'passed', exchanges: { length: 2 } });
    const single = await reference(answer('issue fault', { as: 'json' }));
    expect(outcomeOf(needs, single)).toMatchObject({
      outcome: 'inconclusive',
      reason: 'the session has 1 of the 2 needed answers of kind get-policies, issue',
    });
  });
});

test('without a policy service, nothing that needs one applies', async () => {
  const session = await reference(set('discover', '//d:EnrollmentPolicyServiceUrl', ''));
  expect(outcomeOf({ each: 'get-policies', where: { deviation: 'wrong-password' } }, session)).toMatchObject({
    outcome: 'inapplicable',
    reason: 'applies when the server offers a policy service',
  });
});

const runs = new Map<string, Promise<Session>>();

/** A run against the reference server with these departures: an enrollment, and a wrong password between two controls. */
function reference(...departures: readonly Departure[]): Promise<Session> {
  const key = JSON.stringify(departures);
  const run = runs.get(key) ?? referenceSession({ departures, scenarios: [windowsEnrollment, wrongPasswordScenario] });
  runs.set(key, run);
  return run;
}

/** A run in which the named exchanges got the refusal of the wrong password. */
async function refusing(...names: readonly string[]): Promise<Session> {
  const session = await reference();
  const refusal = answerOf(session, 'get-policies-wrong-password');
  return {
    ...session,
    exchanges: session.exchanges.map((exchange) =>
      names.includes(exchange.label?.name ?? '') ? { ...exchange, answer: refusal } : exchange,
    ),
  };
}

/** The same traffic without our labels, its last Issue without a credential. */
async function recorded(...departures: readonly Departure[]): Promise<Session> {
  const { exchanges } = await reference(...departures);
  return { exchanges: exchanges.map(withoutLabel) };
}

function withoutLabel({ label, ...exchange }: Exchange): Exchange {
  if (label?.name !== 'issue-wrong-password') return exchange;
  const body = Buffer.from(exchange.request.body).toString('utf8');
  const bare = body.replace(/<wsse:Security[\s\S]*<\/wsse:Security>/, '');
  expect(bare).not.toBe(body);
  return { ...exchange, request: { ...exchange.request, body: Buffer.from(bare) } };
}

function renumbered(session: Session): Session {
  return { ...session, exchanges: session.exchanges.map((exchange, index) => ({ ...exchange, index })) };
}

function answerOf(session: Session, name: string): Answer {
  const exchange = session.exchanges.find(({ label }) => label?.name === name);
  if (!exchange) throw new Error(`the run has no exchange ${name}`);
  return exchange.answer;
}

function indices({ exchanges }: Session, names: readonly string[]): number[] {
  return exchanges.filter(({ label }) => names.includes(label?.name ?? '')).map(({ index }) => index);
}

/** The judgement of a check that finds nothing wrong with whatever it is given. */
function outcomeOf(needs: Needs, session: Session): Judgement {
  const check: Check = {
    id: 'test/contented',
    title: 'Everything is well',
    level: 'MUST',
    basis: 'specification',
    requirements: ['FLT-01'],
    since: '0.1.0',
    impact: { kind: 'unknown', says: 'nothing happens' },
    remedy: 'Do nothing.',
    needs,
    judge: () => [],
    counterexamples: [{ name: 'none', ...behaves({}) }],
  };
  return judged(check, session);
}

function judged(check: Check, session: Session): Judgement {
  using dossier = openDossier(session);
  return judge(check, dossier, (id) => ({ id, rule: '', source: '', binds: false }));
}
