import { expect, test } from 'vitest';
import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { everyOutcome, everyOutcomeEvidence } from '../testing/every-outcome.ts';
import { waivedOutcome } from '../testing/waived-outcome.ts';
import { codeQuality } from './code-quality.ts';

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

test('each issue has what GitLab demands, and a fingerprint of its own', () => {
  const issues = issuesOf(everyOutcome);
  expect(issues.length).toBeGreaterThan(0);
  for (const issue of issues) {
    expect(issue.description).not.toBe('');
    expect(issue.location.path).not.toMatch(/^(?:\/|\.)/u);
    expect(issue.location.lines.begin).toBeGreaterThan(0);
  }
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
});

test.for<[changes: Partial<Judgement>, severity: string | undefined]>([
  [{ outcome: 'passed' }, undefined],
  [{ outcome: 'inapplicable' }, undefined],
  [{ outcome: 'inconclusive', level: 'SHOULD', reason: 'r' }, undefined],
  [{ outcome: 'inconclusive', level: 'MUST', reason: 'r' }, 'major'],
  [{ outcome: 'errored', reason: 'r' }, 'blocker'],
  [{ outcome: 'failed', level: 'MUST', must: 'specified' }, 'major'],
  [{ outcome: 'failed', level: 'MUST', must: 'security' }, 'critical'],
  [{ outcome: 'failed', level: 'SHOULD' }, 'minor'],
  [{ outcome: 'failed', level: 'MAY' }, 'info'],
  [{ outcome: 'failed', level: 'MUST', waived: { until: '2027-12-31', by: [] } }, 'info'],
])('%j has the severity %s', ([changes, severity]) => {
  const [judgement] = everyOutcome.judgements;
  if (judgement === undefined) throw new TypeError('The sample has no judgement.');
  const issues = issuesOf({ ...everyOutcome, judgements: [{ ...judgement, ...changes }] });
  expect(issues.map((issue) => issue.severity)).toEqual(severity === undefined ? [] : [severity]);
});

test('a waived failure says until when, by whom and why', () => {
  const [waived] = issuesOf(waivedOutcome).filter(({ check_name }) => check_name === 'discovery/auth-policy');
  expect(waived?.description).toContain('Waived until 2027-12-31 by A. Owner: the fix is in review');
});

test('an issue points at the target file, as far as the run has one', () => {
  const run = { ...everyOutcome.run, targetFile: 'conformance/target.yaml' };
  const [issue] = issuesOf({ ...everyOutcome, run });
  expect(issue?.location).toEqual({ path: 'conformance/target.yaml', lines: { begin: 1 } });
});

function issuesOf(results: Results): readonly Issue[] {
  return JSON.parse(codeQuality.render(results, everyOutcomeEvidence)) as readonly Issue[];
}
