import { describe, expect, test } from 'vitest';
import type { Results } from '../../harness/engine/verdict/results.ts';
import { renderers } from '../index.ts';
import { renderSummary } from '../console/summary.ts';
import { compare, isWorse } from '../comparison/compare.ts';
import { matrixDocument, matrixOf } from '../comparison/matrix-document.ts';
import { readResults } from '../results/results.ts';
import { statementOf } from '../signature/statement.ts';
import { everyOutcomeEvidence } from '../testing/every-outcome.ts';
import { rendered } from '../testing/rendered.ts';
import { failedOnly, waiverOf, waivedOutcome } from '../testing/waived-outcome.ts';
import { entryOf, readEntry } from '../trend/history-entry.ts';
import { trendOf } from '../trend/trend.ts';
import { trendText } from '../trend/trend-text.ts';
import { baselineFacts, layBaseline } from './lay-baseline.ts';
import { layWaivers } from './lay-waivers.ts';

const hostile = `</script><x onload="1"> ]]> & 'q' \u0000\u001B[31m \uD800 \u202E =1+1 {0} ](http://e) | @me #12 \`\n`;
const all = [waiverOf('discovery/auth-policy'), waiverOf('policy/answer')];
const whole = layWaivers(failedOnly, all);
const evil = layWaivers(
  failedOnly,
  all.map((waiver) => ({ ...waiver, reason: hostile, owner: hostile })),
);

async function textOf(format: string, results: Results): Promise<string> {
  return [...(await rendered(format, results, everyOutcomeEvidence)).values()].join('\n');
}

const formats = Object.keys(renderers);

describe.each(formats)('%s', (format) => {
  test('tells until when a failure is waived, and but for numbers alone who answers for it and why', async () => {
    const text = await textOf(format, waivedOutcome);
    expect(text).toContain('2027-12-31');
    if (format === 'badge') expect(text).toContain('1 waiver expired');
    else if (format === 'dotenv') expect(text).toContain('mde_waivers_expired=1');
    else for (const word of ['A. Owner', 'the fix is in review']) expect(text, word).toContain(word);
  });

  test('holds hostile words of a waiver safely', async () => {
    const text = await textOf(format, evil);
    if (format !== 'json') expect(text).not.toMatch(/[\0\u001B\u202E\uD800]/u);
    if (['html', 'junit'].includes(format)) expect(text).not.toContain('<x onload');
    const files = await rendered(format, evil, everyOutcomeEvidence);
    for (const [name, content] of files)
      if (/json(?:ld)?$|sarif$/u.test(name)) expect(JSON.parse(content), name).toBeTypeOf('object');
  });
});

test('results with waivers and a baseline can be read again', () => {
  const laid = layBaseline({ ...waivedOutcome, failOn: 'should' }, baselineFacts(failedOnly, waivedOutcome, true));
  expect(readResults(JSON.stringify(laid))).toEqual(JSON.parse(JSON.stringify(laid)));
});

test('formats of other tools call a waived failure neither passed nor a failure that ends a build', async () => {
  const junit = await textOf('junit', whole);
  expect(junit).toContain('<skipped type="MUST waived" message="MUST waived until 2027-12-31: ');
  expect(junit).not.toContain('<failure');
  expect(junit).not.toContain('name="verdict: ');
  const sarif = await textOf('sarif', whole);
  expect(sarif.match(/"kind": "external",\s+"status": "accepted"/gu)).toHaveLength(2);
  expect(await textOf('ctrf', whole)).toContain('"rawStatus": "failed"');
  expect(await textOf('earl', whole)).toContain('"outcome": "earl:failed"');
  expect(await textOf('allure', whole)).toMatch(/"status": "failed",[^}]*"known": true,\s+"muted": true/u);
  expect(await textOf('oscal', whole)).toContain('"name": "waived-until"');
  expect(await textOf('badge', whole)).toContain('"color": "orange"');
});

describe('in-toto', () => {
  const manifest = { tool: failedOnly.tool, files: [] } as unknown as Parameters<typeof statementOf>[1];
  test.each<[string, Results]>([
    ['WARNED', whole],
    ['FAILED', waivedOutcome],
    ['FAILED', layWaivers({ ...failedOnly, missingParts: ['x'] }, all)],
    ['FAILED', layWaivers({ ...failedOnly, failOn: 'none' }, [])],
    ['FAILED', layBaseline(failedOnly, baselineFacts(failedOnly, failedOnly, true))],
  ])('says %s by the verdict and the waivers, not by the exit code', async (word, results) => {
    expect(await textOf('intoto', results)).toContain(`"result": "${word}"`);
    expect(statementOf(results, manifest)).toContain(`"result":"${word}"`);
  });
});

describe('the console', () => {
  const options = { colour: false, width: 400 };
  test('says what is waived with the verdict, and an expired waiver first', () => {
    const text = renderSummary(waivedOutcome, options);
    expect(text).toMatch(/^✕ Not conformant, 1 waiver expired, 1 waived until 2027-12-31 {2}/u);
    expect(text.indexOf('EXPIRED waiver: policy/answer')).toBeLessThan(
      text.indexOf('Stale waiver: transport/certificate'),
    );
    expect(text).toContain('1 further waiver: 1 unused');
    expect(text).toContain('Exit code 1: a MUST failed and is not waived.');
  });

  test.each<[string, Results]>([
    ['Exit code 0: not conformant, and nothing counts: 2 failed MUSTs waived.', whole],
    [
      'Exit code 0: not conformant, and nothing counts: nothing is new against the baseline (--no-new).',
      layBaseline(failedOnly, baselineFacts(failedOnly, failedOnly, true)),
    ],
    [
      'Exit code 0: not conformant, and no failure counts (--fail-on none).',
      layWaivers({ ...failedOnly, failOn: 'none' }, []),
    ],
    [
      'Exit code 3: the run is incomplete too, which nothing waives: x.',
      layWaivers({ ...failedOnly, missingParts: ['x'] }, all),
    ],
    [
      'Exit code 6: a waiver is stale: its check was judged and passed.',
      layWaivers(failedOnly, [...all, waiverOf('transport/certificate')]),
    ],
  ])('%s', (line, results) => {
    expect(renderSummary(results, options)).toContain(line);
  });

  test('says what is new and what is known from the baseline', () => {
    const text = renderSummary(layBaseline(failedOnly, baselineFacts(failedOnly, failedOnly, false)), options);
    expect(text).toContain('0 new, 5 known from the baseline of ');
  });
});

describe('comparisons', () => {
  test('a new waiver fixes nothing, and a waived failure that is new got worse', () => {
    const { fixed, regressed, worsened } = compare(failedOnly, whole);
    expect([fixed, regressed, worsened]).toEqual([[], [], []]);
    const passed: Results = {
      ...failedOnly,
      judgements: failedOnly.judgements.map((one) => ({ ...one, outcome: 'passed', findings: [] })),
    };
    const comparison = compare(passed, whole);
    expect(isWorse(comparison)).toBe(true);
    expect(comparison.regressed.find(({ check }) => check === 'policy/answer')).toMatchObject({
      isWaived: true,
      says: expect.stringContaining('waived until 2027-12-31: ') as string,
    });
  });

  test('a matrix shows the failure, and that it is waived', () => {
    const { sections } = matrixDocument(matrixOf([failedOnly, whole]), false);
    const row = sections[1]?.rows.find(([, check]) => check === 'policy/answer');
    expect(row?.slice(2)).toEqual(['✕ Failed', '✕ Failed, waived until 2027-12-31']);
  });

  test('a trend counts it as failed, and says how many are waived', () => {
    const entry = entryOf(whole, 'results/0.json');
    expect(readEntry(JSON.stringify(entry))).toEqual(entry);
    expect(trendText(trendOf([entry], entry.target))).toContain('2 MUST failed (2 waived)');
  });
});
