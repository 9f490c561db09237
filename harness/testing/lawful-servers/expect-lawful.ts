import { expect } from 'vitest';
import type { Scenario } from '../../device/run/scenario.ts';
import { openDossier } from '../../engine/evidence/dossier.ts';
import { judge } from '../../engine/verdict/judge.ts';
import type { Judgement } from '../../engine/verdict/results.ts';
import { noteOf } from '../../app/assess.ts';
import { repeatedDiscovery } from '../../../suites/discovery/scenarios/repeated-discovery.ts';
import { modernEnrollment } from '../../../suites/enrollment/scenarios/modern-enrollment.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { messageIdEcho } from '../../../suites/envelope/scenarios/message-id-echo.ts';
import { wrongPassword } from '../../../suites/faults/scenarios/wrong-password.ts';
import { checks } from '../../../suites/index.ts';
import { referenceSession } from '../reference-run.ts';
import { varying } from '../varied-run.ts';
import type { Vary } from '../varied-run.ts';
import type { LawfulServer } from './lawful-server.ts';

/** What shows a server as a whole; the tables of variants and negatives would only repeat it. */
const scenarios = [windowsEnrollment, modernEnrollment, repeatedDiscovery, messageIdEcho, wrongPassword];

/**
 * A red on a correct server is the worst that a conformance suite can do. Each of these servers conforms and looks different
 * from the reference server: no check may fail, but for advice that it is known to deserve, which is never a MUST; and what can
 * be judged on the reference server can be judged on it.
 */
export async function expectLawful(server: LawfulServer, further: readonly Scenario[] = []): Promise<void> {
  const [judgements, clean] = await Promise.all([judgementsOn(server, [...scenarios, ...further]), cleanReasons()]);
  const unjudged = Object.entries(told(judgements, 'inconclusive')).filter(([check]) => clean[check] === undefined);
  expect(told(judgements, 'failed')).toEqual(expected(server.advice));
  expect(Object.fromEntries(unjudged)).toEqual(expected(server.unjudged));
  expect(told(judgements, 'errored')).toEqual({});
  expect(judgements.filter(({ outcome, level }) => outcome === 'failed' && level === 'MUST')).toEqual([]);
}

let reference: Promise<Readonly<Record<string, string>>> | undefined;

/** What these scenarios leave open on the reference server itself. */
function cleanReasons(): Promise<Readonly<Record<string, string>>> {
  reference ??= judgementsOn({ name: 'is the reference server' }, scenarios).then((judgements) =>
    told(judgements, 'inconclusive'),
  );
  return reference;
}

const unvaried: Vary = (response) => response;

async function judgementsOn(server: LawfulServer, driven: readonly Scenario[]): Promise<readonly Judgement[]> {
  const { departures = [], vary = unvaried, route, deviceTrust = [] } = server;
  const between = varying(vary, route);
  using dossier = openDossier(await referenceSession({ departures, between, deviceTrust, scenarios: driven }));
  return checks.map((check) => judge(check, dossier, noteOf));
}

/** What was said, by check, so that a failure of this test names the check and what it saw. */
function told(judgements: readonly Judgement[], wanted: Judgement['outcome']): Readonly<Record<string, string>> {
  const found = judgements.filter(({ outcome }) => outcome === wanted);
  return Object.fromEntries(found.map(({ check, reason, findings }) => [check, reason ?? findings[0]?.message ?? '']));
}

function expected(reasons: Readonly<Record<string, string>> = {}): Readonly<Record<string, unknown>> {
  const anything: unknown = expect.any(String);
  return Object.fromEntries(Object.keys(reasons).map((check) => [check, anything]));
}
