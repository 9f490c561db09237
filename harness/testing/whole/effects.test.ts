import { describe, expect, test } from 'vitest';
import { gather } from '../../device/run/gather.ts';
import type { Effect, Scenario } from '../../device/run/scenario.ts';
import { poolAuthorityKeys } from '../../protocol/pki/build/authority-keys.ts';
import { createReferenceServer } from '../../reference-server/mount/handler.ts';
import { inProcessTransport } from '../../reference-server/mount/in-process.ts';
import type { Session } from '../../wire/exchange/exchange.ts';
import { readHar, writeHar } from '../../wire/har/har.ts';
import { assess } from '../../app/assess.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { checks } from '../../../suites/index.ts';
import { renewal } from '../../../suites/renewal/scenarios/renewal.ts';
import { scenarios } from '../../../suites/scenarios.ts';
import { occasionOf } from '../../app/stored-session.ts';

const origin = 'https://enterpriseenrollment.contoso.example';
const user = { email: 'user@contoso.example', password: 'correct horse' };

/** A run at a reference server, and how many certificates that has issued. */
async function runWith(
  effects: readonly Effect[],
  drives: readonly Scenario[] = scenarios.filter(({ id }) => id !== 'large-request'),
): Promise<{ readonly session: Session; readonly issued: number }> {
  const now = (): Date => new Date('2026-01-15T09:30:00.000Z');
  const server = createReferenceServer({ origin, now, seed: 'effects', users: [user], keys: poolAuthorityKeys() });
  const recording = await gather({
    target: { url: `${origin}/EnrollmentServer/Discovery.svc`, ...user, deviceTrust: [], capabilities: [] },
    transport: inProcessTransport(server),
    scenarios: drives,
    effects,
    now,
    seed: 'effects',
    keys: 'pool',
  });
  return { session: readHar(writeHar(recording)), issued: server.issued() };
}

describe('a run that may only read', async () => {
  const { session, issued } = await runWith(['read']);
  const { verdict, exitCode, judgements } = assess(session, checks, occasionOf(session, 'live', ''));
  const of = (id: string) => judgements.find(({ check }) => check === id);

  test('enrolls nothing, and says what it was allowed', () => {
    expect(issued).toBe(0);
    expect(
      session.exchanges.some(({ request }) => request.url.endsWith('Enrollment.svc') && request.method === 'POST'),
    ).toBe(false);
    expect(session.meta?.effects).toEqual(['read']);
    expect(session.meta?.scenarios).not.toContain('windows-enrollment');
  });

  test('judges what reading shows, from the probe on', () => {
    for (const id of ['discovery/probe-answer', 'discovery/answer', 'policy/answer']) {
      expect(of(id)).toMatchObject({ outcome: 'passed' });
    }
  });

  test('leaves open what enrolling would have shown, with that reason, so that it proves no conformance', () => {
    expect({ verdict, exitCode }).toEqual({ verdict: 'incomplete', exitCode: 3 });
    expect(of('enrollment/answer')).toMatchObject({
      outcome: 'inconclusive',
      reason: 'the run got no usable answer of kind issue, because --effects read excludes it',
    });
    expect(of('faults/wrong-password')).toMatchObject({
      outcome: 'inconclusive',
      reason: expect.stringMatching(/, because --effects read excludes it$/) as string,
    });
    const open = judgements.filter(({ outcome }) => outcome === 'inconclusive');
    expect(open.filter(({ reason }) => reason?.includes('because --effects read excludes it') !== true)).toEqual([]);
    expect(judgements.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  });
});

test('a run that may enroll does, and renews nothing', async () => {
  const { session, issued } = await runWith(['read', 'enroll'], [windowsEnrollment, renewal]);
  expect(issued).toBe(1);
  expect(session.meta?.effects).toEqual(['read', 'enroll']);
});
