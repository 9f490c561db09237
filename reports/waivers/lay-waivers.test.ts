import { describe, expect, test } from 'vitest';
import type { Results } from '../../harness/engine/verdict/results.ts';
import type { FailOn, Waiver } from '../../harness/engine/verdict/waiver.ts';
import { fingerprintOf, fingerprintVersion } from '../fingerprint.ts';
import { everyOutcome } from '../testing/every-outcome.ts';
import { failedOnly, waiverOf, waivedOutcome } from '../testing/waived-outcome.ts';
import { baselineFacts, layBaseline } from './lay-baseline.ts';
import { layWaivers, waiversIn } from './lay-waivers.ts';

const both = [waiverOf('discovery/auth-policy'), waiverOf('policy/answer')];

function codeOf(results: Results, waivers: readonly Waiver[] = [], failOn?: FailOn): number {
  return layWaivers(failOn === undefined || failOn === 'must' ? results : { ...results, failOn }, waivers).exitCode;
}

function stateOf(waiver: Waiver, results: Results = failedOnly): string | undefined {
  return layWaivers(results, [waiver]).waivers?.[0]?.state;
}

test('a waived failure stays failed, and no count and no verdict changes', () => {
  const { judgements, counts, verdict } = layWaivers(failedOnly, both);
  const waived = judgements.filter((one) => one.waived !== undefined);
  expect(waived.map(({ check, outcome }) => [check, outcome])).toEqual([
    ['discovery/auth-policy', 'failed'],
    ['policy/answer', 'failed'],
  ]);
  expect({ counts, verdict }).toEqual({ counts: failedOnly.counts, verdict: 'nonconformant' });
});

test('laid again, it gives the same bytes, whatever lay there before', () => {
  const once = layWaivers(failedOnly, both);
  expect(JSON.stringify(layWaivers(once, waiversIn(once)))).toBe(JSON.stringify(once));
  expect(JSON.stringify(layWaivers(waivedOutcome, both))).toBe(JSON.stringify(once));
  expect(layWaivers(once, [])).toEqual({ ...failedOnly });
});

describe('exit codes', () => {
  test.each<[string, number, Results, readonly Waiver[]]>([
    ['0, where every failed MUST is waived', 0, failedOnly, both],
    ['1, where one is not', 1, failedOnly, both.slice(1)],
    [
      '1, where one is expired',
      1,
      failedOnly,
      [...both.slice(0, 1), waiverOf('policy/answer', { expires: '2026-03-03' })],
    ],
    ['1 before 6', 1, failedOnly, [waiverOf('transport/certificate')]],
    ['6, where one is stale', 6, failedOnly, [...both, waiverOf('transport/certificate')]],
    ['6 before 3', 6, { ...failedOnly, missingParts: ['x'] }, [...both, waiverOf('transport/certificate')]],
    ['3, where a part of the plan is missing', 3, { ...failedOnly, missingParts: ['x'] }, both],
    ['3, where a MUST is open', 3, { ...failedOnly, counts: { ...failedOnly.counts, inconclusiveMust: 1 } }, both],
    ['4 before all', 4, { ...failedOnly, verdict: 'incomplete', exitCode: 4 }, both],
    ['5 before 1', 5, everyOutcome, both],
    ['3, where the run was kept from the target', 3, { ...failedOnly, verdict: 'incomplete', exitCode: 3 }, []],
  ])('%s', (_, code, results, waivers) => {
    expect(codeOf(results, waivers)).toBe(code);
  });

  test.each<[FailOn, number, readonly Waiver[]]>([
    ['must', 1, []],
    ['must', 0, both],
    ['should', 1, both],
    ['should', 0, [...both, waiverOf('discovery/content-type')]],
    ['security', 0, []],
    ['security', 6, [waiverOf('transport/certificate')]],
    ['none', 0, [waiverOf('transport/certificate')]],
  ])('--fail-on %s gives %i', (failOn, code, waivers) => {
    expect(codeOf(failedOnly, waivers, failOn)).toBe(code);
  });

  test('--fail-on security fails for a MUST on which security depends; none lifts neither 4 nor 5, but 3', () => {
    const judgements = failedOnly.judgements.map((one) => ({
      ...one,
      ...(one.must ? { must: 'security' as const } : {}),
    }));
    expect(codeOf({ ...failedOnly, judgements }, [], 'security')).toBe(1);
    expect(codeOf(everyOutcome, [], 'none')).toBe(5);
    expect(codeOf({ ...failedOnly, exitCode: 4 }, [], 'none')).toBe(4);
    expect(codeOf({ ...failedOnly, missingParts: ['x'] }, both, 'none')).toBe(0);
  });
});

describe('the last day', () => {
  const waiver = waiverOf('discovery/auth-policy', { expires: '2026-03-04' });
  test.each([
    ['2026-03-04T00:00:00Z', 'applied'],
    ['2026-03-04T23:59:59.999Z', 'applied'],
    ['2026-03-05T00:00:00Z', 'expired'],
    ['2026-03-05T01:00:00+02:00', 'applied'],
    ['2026-03-04T23:00:00-02:00', 'expired'],
  ])('a run that began at %s: %s', (startedAt, state) => {
    expect(stateOf(waiver, { ...failedOnly, run: { ...failedOnly.run, startedAt } })).toBe(state);
  });
});

describe('a waiver', () => {
  test.each<[string, Waiver, string]>([
    ['of a check that was not judged', waiverOf('renewal/answer'), 'unused'],
    ['of a check that is inapplicable', waiverOf('transport/ping'), 'unused'],
    ['of another target', waiverOf('policy/answer', { target: 'other.example' }), 'unused'],
    ['of the host', waiverOf('policy/answer', { target: 'EnterpriseEnrollment.example.test' }), 'applied'],
    ['of the address', waiverOf('policy/answer', { target: failedOnly.run.target }), 'applied'],
    ['of a way in that was judged', waiverOf('policy/answer', { auth: 'on-premise' }), 'applied'],
    ['of another way in', waiverOf('policy/answer', { auth: 'federated' }), 'unused'],
    ['of a variant', waiverOf('discovery/auth-policy', { variant: 'RequestVersion 4.0' }), 'applied'],
    ['of a variant that passes', waiverOf('discovery/answer', { variant: 'RequestVersion 4.0' }), 'stale'],
    ['of a variant that was not sent', waiverOf('discovery/answer', { variant: 'x' }), 'unused'],
    ['of a passed check, and expired', waiverOf('discovery/answer', { expires: '2020-01-01' }), 'stale'],
    [
      'of other fingerprints',
      waiverOf('policy/answer', { fingerprintVersion, fingerprints: ['0'.repeat(32)] }),
      'unused',
    ],
    [
      'of a failing check by fingerprints of another version',
      waiverOf('policy/answer', { fingerprintVersion: 9, fingerprints: ['0'.repeat(32)] }),
      'unused',
    ],
  ])('%s is %3$s', (_, waiver, state) => {
    expect(stateOf(waiver)).toBe(state);
  });

  test('with a variant or fingerprints leaves the rest of the check unwaived', () => {
    const judgement = failedOnly.judgements.find(({ check }) => check === 'discovery/auth-policy');
    const fingerprints = judgement?.findings.map((finding) => fingerprintOf(judgement.check, finding)) ?? [];
    const byVariant = waiverOf('discovery/auth-policy', { variant: 'RequestVersion 4.0' });
    const byPrint = waiverOf('discovery/auth-policy', { fingerprintVersion, fingerprints: fingerprints.slice(0, 1) });
    const rest = waiverOf('policy/answer');
    expect(codeOf(failedOnly, [byVariant, rest])).toBe(1);
    expect(codeOf(failedOnly, [byPrint, rest])).toBe(1);
    expect(codeOf(failedOnly, [byPrint, { ...byVariant, expires: '2026-12-01' }, rest])).toBe(0);
    const { judgements } = layWaivers(failedOnly, [byPrint, { ...byVariant, expires: '2026-12-01' }]);
    expect(judgements.find(({ check }) => check === 'discovery/auth-policy')?.waived?.until).toBe('2026-12-01');
  });
});

describe('a baseline', () => {
  const isAnswer = ({ check }: { readonly check: string }): boolean => check === 'policy/answer';
  const better: Results = {
    ...failedOnly,
    judgements: failedOnly.judgements.map((one) =>
      isAnswer(one) ? { ...one, outcome: 'passed' as const, findings: [] } : one,
    ),
  };
  const against = (before: Results, after: Results, isGate: boolean, waivers: readonly Waiver[] = []): Results => {
    const waived = layWaivers(after, waivers);
    return layBaseline(waived, baselineFacts(before, waived, isGate));
  };

  test('says what is new and what is known, and changes no exit code unless it is the gate', () => {
    const { baseline, exitCode } = against(better, failedOnly, false);
    expect(baseline?.added.map(({ check }) => check)).toEqual(['policy/answer']);
    expect(baseline?.known).toBe(4);
    expect(exitCode).toBe(1);
    expect(against(failedOnly, failedOnly, false).exitCode).toBe(1);
  });

  test('as the gate fails for what is new and not waived', () => {
    expect(against(failedOnly, failedOnly, true).exitCode).toBe(0);
    expect(against(better, failedOnly, true).exitCode).toBe(1);
    expect(against(better, failedOnly, true, [waiverOf('policy/answer')]).exitCode).toBe(0);
    expect(against(failedOnly, failedOnly, true, [waiverOf('transport/certificate')]).exitCode).toBe(6);
  });

  test('counts a new deviation of a check that failed before, unless a waiver covers it', () => {
    const judgements = failedOnly.judgements.map((one) =>
      one.check === 'discovery/auth-policy' ? { ...one, findings: one.findings.slice(0, 1) } : one,
    );
    const before = { ...failedOnly, judgements };
    const byVariant = waiverOf('discovery/auth-policy', { variant: 'RequestVersion 4.0' });
    expect(against(before, failedOnly, true).exitCode).toBe(1);
    expect(against(before, failedOnly, true, [byVariant]).exitCode).toBe(0);
  });

  test('hides no MUST that it judged and this run could not, and no part of the plan', () => {
    const judgements = failedOnly.judgements.map((one) =>
      one.check === 'discovery/answer' ? { ...one, outcome: 'inconclusive' as const } : one,
    );
    const open = { ...failedOnly, judgements, counts: { ...failedOnly.counts, inconclusiveMust: 1 } };
    expect(against(failedOnly, open, true)).toMatchObject({ exitCode: 3, baseline: { lost: ['discovery/answer'] } });
    expect(against(open, open, true).exitCode).toBe(0);
    const lacking = { ...failedOnly, missingParts: ['it ended with exchange 3, POST https://a.example:4/x'] };
    const otherwise = { ...failedOnly, missingParts: ['it ended with exchange 4, POST https://b.example:5/x'] };
    expect(against(failedOnly, lacking, true).exitCode).toBe(3);
    expect(against(otherwise, lacking, true).exitCode).toBe(0);
  });

  test('says what makes it hard to compare', () => {
    const before: Results = {
      ...failedOnly,
      requirementSet: '0'.repeat(64),
      verdict: 'incomplete',
      run: { ...failedOnly.run, target: 'https://other.example/', profile: 'P7' },
      scope: { ...failedOnly.scope, limitedTo: ['suite=policy'] },
    };
    expect(against(before, failedOnly, true).baseline?.notes).toHaveLength(5);
    expect(against(failedOnly, failedOnly, true).baseline?.notes).toEqual([]);
  });
});
