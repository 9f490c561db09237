import { expect, test } from 'vitest';
import type { Results } from '../../harness/engine/verdict/results.ts';
import { everyOutcome, everyOutcomeEvidence } from '../testing/every-outcome.ts';
import { failedOnly, waivedOutcome, waiverOf } from '../testing/waived-outcome.ts';
import { baselineFacts, layBaseline } from '../waivers/lay-baseline.ts';
import { layWaivers } from '../waivers/lay-waivers.ts';
import { annotations } from './annotations.ts';

const musts = failedOnly.judgements.filter(({ outcome, level }) => outcome === 'failed' && level === 'MUST');

test('a failed MUST is an error that names the check, what was seen and what to change', () => {
  const lines = linesOf(failedOnly);
  expect(lines[0]).toMatch(/^::error title=mde-conformance::Not conformant\. .*Exit code 1: /u);
  for (const { check, remedy } of musts) {
    const line = lines.find((one) => one.startsWith(`::error title=${check}::`));
    expect(line).toContain(`Change: ${remedy}`);
  }
});

test('they stand at the target file, as far as the run has one', () => {
  const run = { ...failedOnly.run, targetFile: 'a,b:c/target.yaml' };
  expect(linesOf({ ...failedOnly, run })).toContainEqual(
    expect.stringMatching(/^::error file=a%2Cb%3Ac\/target\.yaml,line=1,title=\w+\/[\w-]+::/u),
  );
});

test('a waived failure is a warning that names the day, and nothing is an error where all count as waived', () => {
  const all = layWaivers(
    failedOnly,
    musts.map(({ check }) => waiverOf(check)),
  );
  expect(all.exitCode).toBe(0);
  const lines = linesOf(all);
  expect(lines.filter((line) => line.startsWith('::error'))).toEqual([]);
  const [must] = musts;
  expect(lines).toContainEqual(
    expect.stringMatching(`^::warning title=${must?.check ?? ''}::Waived: .*until 2027-12-31, by A. Owner`),
  );
  expect(lines.find((line) => line.startsWith('::notice title=mde-conformance'))).toContain('until 2027-12-31');
});

test('an expired waiver and a stale one are errors, because they end the command', () => {
  const errors = linesOf(waivedOutcome).filter((line) => line.startsWith('::error'));
  expect(errors).toContainEqual(expect.stringContaining('::EXPIRED waiver: policy/answer, until 2026-03-03'));
  expect(errors).toContainEqual(expect.stringContaining('::Stale waiver: transport/certificate'));
});

test('a known failure is a warning under --no-new', () => {
  const known = layBaseline(failedOnly, baselineFacts(failedOnly, failedOnly, true));
  const [must] = musts;
  expect(linesOf(known).filter((line) => line.includes(`title=${must?.check ?? ''}::`))).toEqual([
    expect.stringMatching(/^::warning /u),
  ]);
});

test('what could not be judged is named by its reason, an internal error by itself', () => {
  const lines = linesOf({ ...everyOutcome, missingParts: ['the scenario x was not driven'] });
  expect(lines).toContainEqual(expect.stringMatching(/^::error title=not judged::.*could not be judged: /u));
  expect(lines).toContainEqual(expect.stringMatching(/^::error .*::Internal error in this tool: /u));
  expect(lines).toContain('::error title=the run is incomplete::the scenario x was not driven');
});

test('GitHub shows ten of a kind, so the tenth counts the others', () => {
  const [must] = musts;
  if (must === undefined) throw new TypeError('The sample has no failed MUST.');
  const judgements = Array.from({ length: 30 }, (_, index) => ({ ...must, check: `discovery/check-${index}` }));
  const errors = linesOf({ ...failedOnly, judgements }).filter((line) => line.startsWith('::error'));
  expect(errors).toHaveLength(10);
  expect(errors.at(-1)).toContain('22 more annotations of this kind');
});

test('no text of a server begins a command or ends a line', () => {
  const evil = 'x\n::set-output name=a::b\r\n%0A::error::forged\u2028::error::forged';
  const judgements = failedOnly.judgements.map((judgement) => ({
    ...judgement,
    findings: judgement.findings.map((finding) => ({ ...finding, message: evil })),
  }));
  const lines = linesOf({ ...failedOnly, judgements });
  for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) (?:file=[^:,]+,line=1,)?title=[^:]+::/u);
  expect(lines.join('\n')).toContain('%250A::error::forged');
});

function linesOf(results: Results): readonly string[] {
  return annotations.render(results, everyOutcomeEvidence).trimEnd().split('\n');
}
