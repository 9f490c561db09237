import { describe, expect, test } from 'vitest';
import { checks } from '../../../suites/index.ts';
import { scenarios } from '../../../suites/scenarios.ts';
import { openDossier } from '../../engine/evidence/dossier.ts';
import { behaves } from '../../engine/rule/departures.ts';
import type { Departure } from '../../engine/rule/counterexample.ts';
import { judge } from '../../engine/verdict/judge.ts';
import type { Judgement } from '../../engine/verdict/results.ts';
import { referenceHar } from '../../testing/reference-run.ts';
import { withoutWording } from '../../testing/without-wording.ts';
import { readRedactedHar } from '../../wire/har/har.ts';
import type { Har } from '../../wire/har/har.ts';

const refusesWindows = behaves({ refusesWindowsCsr: true });
const failingPolicies: Departure = { on: 'get-policies', answer: { as: 'fault', subcode: 'EnrollmentServer' } };
const failingIssues: Departure = { on: 'issue', answer: { as: 'fault', subcode: 'EnrollmentServer' } };
const some = scenarios.filter(({ id }) =>
  [
    'windows-enrollment',
    'modern-enrollment',
    'enrollment-without-policies',
    'repeated-request',
    'renewal',
    'certificate-request-refusals',
    'wrong-password',
  ].includes(id),
);

const record = (departures: readonly Departure[], concurrency = 1): Promise<Har> =>
  referenceHar({ departures, scenarios: some, concurrency });

function judgementsOn(har: Har): readonly Judgement[] {
  using dossier = openDossier(readRedactedHar(har));
  return checks.map((check) => judge(check, dossier, withoutWording));
}

const idsOf = (judgements: readonly Judgement[], wanted: Judgement['outcome']): readonly string[] =>
  judgements.filter(({ outcome }) => outcome === wanted).map(({ check }) => check);
const substitutesIn = (har: Har): unknown => readRedactedHar(har).meta?.substitutes;

describe('a server that refuses the certificate request of Windows', async () => {
  const [clean, har] = [await record([]), await record([refusesWindows])];
  const judgements = judgementsOn(har);

  test('fails for that, and everything else is judged on requests that it accepts', () => {
    expect(idsOf(judgements, 'failed')).toEqual(['enrollment/answer', 'enrollment/windows-certificate-request']);
    expect(idsOf(judgements, 'inconclusive')).toEqual(idsOf(judgementsOn(clean), 'inconclusive'));
  });

  test('is sent wrong requests that are wrong in one way only', () => {
    using dossier = openDossier(readRedactedHar(har));
    const wrong = dossier.evidence.filter(({ facts }) =>
      facts.deviations.some((deviation) => ['csr-signature', 'csr-hash'].includes(deviation)),
    );
    expect(wrong.map(({ facts }) => facts.certificateRequest?.subject.rdns[0]?.[0]?.encoding)).toEqual([
      'UTF8String',
      'UTF8String',
    ]);
  });

  test('has a session that says what was sent instead', () => {
    expect(substitutesIn(har)).toEqual([
      'the server refuses the certificate request of Windows; the other devices send a modern one, which it accepts',
    ]);
    expect(substitutesIn(clean)).toBeUndefined();
  });

  test('is sent the same, however many scenarios run at the same time', async () => {
    const stepsOf = ({ log }: Har): unknown =>
      log.entries.map(({ request, _mde }) => [_mde?.flow, _mde?.name, request.url]);
    const outcomesOn = (of: Har): unknown => judgementsOn(of).map(({ check, outcome }) => [check, outcome]);
    const concurrent = await record([refusesWindows], 4);
    expect(stepsOf(concurrent)).toEqual(stepsOf(har));
    expect(outcomesOn(concurrent)).toEqual(outcomesOn(har));
  });
});

test('a server whose policies fail is asked to enroll with the default of Windows', async () => {
  const har = await record([failingPolicies]);
  const judgements = judgementsOn(har);
  expect(idsOf(judgements, 'failed')).toEqual(['policy/answer']);
  for (const id of ['enrollment/answer', 'provisioning/thumbprint', 'renewal/answer', 'faults/enrollment-refusal']) {
    expect(idsOf(judgements, 'passed')).toContain(id);
  }
  expect(idsOf(judgements, 'inconclusive')).toContain('policy/policy-id');
  expect(substitutesIn(har)).toHaveLength(1);
});

test('a server that refuses both is judged on what is left', async () => {
  const har = await record([failingPolicies, refusesWindows]);
  const judgements = judgementsOn(har);
  expect(idsOf(judgements, 'failed')).toEqual([
    'policy/answer',
    'enrollment/answer',
    'enrollment/windows-certificate-request',
  ]);
  expect(idsOf(judgements, 'passed')).toContain('renewal/answer');
  expect(substitutesIn(har)).toHaveLength(2);
});

test('a server that enrolls nobody has no form in place of another', async () => {
  const har = await record([failingIssues]);
  expect(substitutesIn(har)).toBeUndefined();
  expect(idsOf(judgementsOn(har), 'inconclusive')).toContain('provisioning/thumbprint');
});
