import { describe, expect, test } from 'vitest';
import type { OwnResults } from '../../harness/engine/verdict/own-results.ts';
import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { compare, isWorse } from '../comparison/compare.ts';
import { renderSummary } from '../console/summary.ts';
import { renderers } from '../index.ts';
import { readResults } from '../results/results.ts';
import { everyOutcome, everyOutcomeEvidence } from '../testing/every-outcome.ts';
import { rendered } from '../testing/rendered.ts';
import { failedOnly } from '../testing/waived-outcome.ts';
import { exitCodeUnder } from '../waivers/exit-code.ts';
import { allJudgements } from './own-judgements.ts';
import { ownMeaning } from './own-meaning.ts';

const hostile = `</script><x onload="1"> ]]> & 'q' \u0000\u001B[31m \uD800 \u202E =1+1 {0} ](http://e) | @me #12 \`\n`;

function judgementOf(outcome: Judgement['outcome'], message: string): Judgement {
  const [failed] = everyOutcome.judgements.filter((one) => one.outcome === 'failed');
  if (!failed) throw new TypeError('no judgement failed');
  const findings = outcome === 'failed' ? [{ message, exchange: 0, part: 'body' as const }] : [];
  const reason = outcome === 'errored' || outcome === 'inconclusive' ? { reason: message } : {};
  return { ...failed, check: `acme/${outcome}`, phase: 'acme', level: 'MUST', outcome, findings, ...reason };
}

function ownOf(
  outcomes: readonly Judgement['outcome'][],
  message: string,
  problems: readonly string[] = [],
): OwnResults {
  const amountOf = (outcome: Judgement['outcome']): number => outcomes.filter((one) => one === outcome).length;
  return {
    module: { prefix: 'acme', name: 'acme-checks', version: '1.2.0', digest: 'a'.repeat(64) },
    state: 'judged',
    because: `${outcomes.length} checks`,
    ...(problems.length === 0 ? {} : { problems }),
    scenarios: [],
    counts: {
      passed: amountOf('passed'),
      failed: amountOf('failed'),
      inapplicable: 0,
      inconclusive: amountOf('inconclusive'),
      errored: amountOf('errored'),
      failedMust: amountOf('failed'),
      inconclusiveMust: amountOf('inconclusive'),
    },
    judgements: outcomes.map((outcome) => judgementOf(outcome, message)),
  };
}

function withOwn(results: Results, own: OwnResults): Results {
  const whole = { ...results, own: [own] };
  return { ...whole, exitCode: exitCodeUnder(whole) };
}

const conformant: Results = {
  ...failedOnly,
  verdict: 'conformant',
  because: 'every mandatory check that applies passed',
  exitCode: 0,
  counts: { ...failedOnly.counts, failed: 0, failedMust: 0, causes: 0 },
  causes: [],
  refusals: [],
  judgements: failedOnly.judgements.filter(({ outcome }) => outcome === 'passed'),
};

const all = ['passed', 'failed', 'inconclusive', 'errored'] as const;

async function textOf(format: string, results: Results): Promise<string> {
  return [...(await rendered(format, results, everyOutcomeEvidence)).values()].join('\n');
}

describe.each(Object.keys(renderers))('%s', (format) => {
  test('names what failed and, but for a table, its module; the badge and the variables are of the verdict', async () => {
    const text = await textOf(format, withOwn(conformant, ownOf(all, 'it is not ours')));
    if (format === 'badge' || format === 'dotenv') expect(text).toMatch(/"conformant"|=conformant$/m);
    else
      for (const word of ['csv', 'codequality'].includes(format) ? ['acme/failed'] : ['acme-checks', 'acme/failed'])
        expect(text).toContain(word);
  });

  test('holds hostile words of a module safely', async () => {
    const text = await textOf(format, withOwn(everyOutcome, ownOf(all, hostile, [hostile])));
    if (format !== 'json') expect(text).not.toMatch(/[\0\u001B\u202E\uD800]/u);
    if (['html', 'junit'].includes(format)) expect(text).not.toContain('<x onload');
  });

  test('says nothing of modules where there are none', async () => {
    expect(await textOf(format, conformant)).not.toMatch(/own checks|"own"/i);
  });
});

test('formats of tests have a case for each check under the prefix, and tell of what no check shows', async () => {
  const junit = await textOf('junit', withOwn(conformant, ownOf(all, 'it is not ours')));
  expect(junit).toContain('<testsuite name="acme" tests="4" failures="1" errors="2"');
  expect(junit).not.toContain('name="verdict: ');
  const broken = await textOf('junit', withOwn(conformant, ownOf(['passed'], '', ['its scenario broke'])));
  expect(broken).toContain('message="own checks of acme: its scenario broke"');
  const sarif = await textOf('sarif', withOwn(conformant, ownOf(all, 'it is not ours')));
  expect(sarif).toContain('"ruleId": "acme/failed"');
  expect(sarif).toContain('Error in a module of checks: it is not ours');
});

test('the result of the attestation and the findings of OSCAL are about ours', async () => {
  const results = withOwn(conformant, ownOf(all, 'it is not ours'));
  const { predicate } = JSON.parse(await textOf('intoto', results)) as { predicate: { failedTests: string[] } };
  expect(predicate).toMatchObject({ result: 'PASSED', failedTests: [] });
  const oscal = await textOf('oscal', results);
  expect(oscal).toContain('acme/failed');
  expect(oscal).not.toContain('"target-id": "acme');
});

test.each<[number, Results, OwnResults, string | undefined]>([
  [0, conformant, ownOf(['passed'], ''), undefined],
  [1, conformant, ownOf(['failed'], 'x'), 'a check of acme failed, which is beside the verdict'],
  [1, failedOnly, ownOf(['passed'], ''), undefined],
  [3, conformant, ownOf(['inconclusive'], 'x'), 'a MUST of acme could not be judged, which is beside the verdict'],
  [5, conformant, ownOf(['errored'], 'x'), 'the module of acme broke, and its checks prove nothing'],
  [5, conformant, ownOf(['passed'], '', ['it broke']), 'the module of acme broke, and its checks prove nothing'],
  [4, { ...failedOnly, verdict: 'incomplete', exitCode: 4 }, ownOf(['failed'], 'x'), undefined],
  [
    0,
    { ...conformant, verdict: 'incomplete', judgements: [], counts: { ...conformant.counts, passed: 0 } },
    ownOf(['passed'], ''),
    'no own check that was selected failed; nothing of the specifications was judged',
  ],
])('exit code %i', (code, results, own, meaning) => {
  const whole = withOwn(results, own);
  expect([whole.exitCode, ownMeaning(whole)]).toEqual([code, meaning]);
});

test('a console says what failed and what broke, and a comparison what got worse', () => {
  const after = withOwn(conformant, ownOf(all, 'it is not ours', ['it broke']));
  const summary = renderSummary(after, { colour: false, width: 200 });
  expect(summary).toContain('Own checks, beside the verdict: acme (acme-checks 1.2.0): 4 checks');
  expect(summary).toContain('Problem of acme (acme-checks 1.2.0): it broke');
  expect(summary).toMatch(/✕ [^\n]* \[acme\/failed\]\n +seen +it is not ours/);
  const better: OwnResults = {
    ...ownOf(['failed'], ''),
    judgements: [{ ...judgementOf('failed', ''), outcome: 'passed', findings: [] }],
  };
  const comparison = compare(withOwn(conformant, better), after);
  expect(comparison.regressed.map(({ check }) => check)).toEqual(['acme/failed']);
  expect(isWorse(comparison)).toBe(true);
});

test('results with modules can be read again', () => {
  const results = withOwn(everyOutcome, ownOf(all, 'it is not ours', ['it broke']));
  expect(readResults(JSON.stringify(results))).toEqual(JSON.parse(JSON.stringify(results)));
  expect(allJudgements(results)).toHaveLength(everyOutcome.judgements.length + 4);
});
