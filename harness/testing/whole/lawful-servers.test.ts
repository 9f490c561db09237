import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../device/run/scenario.ts';
import { openDossier } from '../../engine/evidence/dossier.ts';
import { judge } from '../../engine/verdict/judge.ts';
import type { Judgement } from '../../engine/verdict/results.ts';
import { correctServers } from '../lawful-servers/index.ts';
import type { CorrectServer } from '../lawful-servers/lawful-server.ts';
import { referenceSession } from '../reference-run.ts';
import { varying } from '../varied-run.ts';
import type { Vary } from '../varied-run.ts';
import { noteOf } from '../../app/assess.ts';
import { repeatedDiscovery } from '../../../suites/discovery/scenarios/repeated-discovery.ts';
import { modernEnrollment } from '../../../suites/enrollment/scenarios/modern-enrollment.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { messageIdEcho } from '../../../suites/envelope/scenarios/message-id-echo.ts';
import { wrongPassword } from '../../../suites/faults/scenarios/wrong-password.ts';
import { checks } from '../../../suites/index.ts';
import { renewal } from '../../../suites/renewal/scenarios/renewal.ts';
import { renewalRefusals } from '../../../suites/renewal/scenarios/renewal-refusals.ts';
import { renewalVariants } from '../../../suites/renewal/scenarios/renewal-variants.ts';

/** What shows a server as a whole; the tables of variants and negatives would only repeat it. */
const scenarios = [windowsEnrollment, modernEnrollment, repeatedDiscovery, messageIdEcho, wrongPassword];

/**
 * A false alarm on a correct server is the worst fault of a conformance suite. Each of these servers conforms and
 * differs from the reference server. No check may fail on it, except for the listed advice, which is never a MUST. A
 * check that can be judged on the reference server must be judged on it too.
 */
describe.each(Object.entries(correctServers))('%s', (group, servers) => {
  const driven = group === 'renewal' ? [...scenarios, ...renewals] : scenarios;
  test.each(servers)('no check fails on a server that $name', async (server) => {
    const [judgements, clean] = await Promise.all([judgementsOn(server, driven), reference]);
    const unjudged = Object.entries(told(judgements, 'inconclusive')).filter(([check]) => clean[check] === undefined);
    expect(told(judgements, 'failed')).toEqual(expected(server.advice));
    expect(Object.fromEntries(unjudged)).toEqual(expected(server.unjudged));
    expect(told(judgements, 'errored')).toEqual({});
    expect(judgements.filter(({ outcome, level }) => outcome === 'failed' && level === 'MUST')).toEqual([]);
  });
});

/** What shows how a server renews, where that is what is different about it. */
const renewals = [renewal, renewalVariants, renewalRefusals];

const unvaried: Vary = (response) => response;

/** What these scenarios leave open on the reference server itself. */
const reference = judgementsOn({ name: 'is the reference server' }, scenarios).then((judgements) =>
  told(judgements, 'inconclusive'),
);

async function judgementsOn(server: CorrectServer, driven: readonly Scenario[]): Promise<readonly Judgement[]> {
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
