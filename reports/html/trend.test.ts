import { expect, test } from 'vitest';
import type { TrendRow } from '../../harness/engine/verdict/results.ts';
import { everyOutcome, everyOutcomeEvidence } from '../testing/every-outcome.ts';
import { page } from './page.ts';

const row: TrendRow = {
  runId: 'a',
  startedAt: '2026-03-04T09:15:22.000Z',
  toolVersion: '0.1.0',
  verdict: 'nonconformant',
  passed: 400,
  failed: 9,
  failedMust: 7,
  inconclusiveMust: 3,
  causes: 4,
  isComparable: true,
};
const pageWith = (...trend: readonly TrendRow[]): string =>
  page.render({ ...everyOutcome, trend }, everyOutcomeEvidence);

test('the page draws the history of the target, and has each run in a table', () => {
  const text = pageWith(row, { ...row, runId: 'b', startedAt: '2026-03-05T09:15:22.000Z', failedMust: 2 });
  expect(text).toContain('mandatory checks that failed: from 7 to 2');
  expect(text).toMatch(/d="M40\.0 [\d.]+L760\.0 [\d.]+"/);
  expect(text).toContain('<a href="#trend">Trend</a>');
  // The newest run comes first in the table.
  expect(text.lastIndexOf('5 March 2026, 09:15:22 UTC')).toBeLessThan(text.lastIndexOf('4 March 2026, 09:15:22 UTC'));
});

test('the line breaks where a run was judged otherwise than the one before it', () => {
  const text = pageWith(row, { ...row, runId: 'b', isComparable: false });
  expect(text).toMatch(/d="M40\.0 [\d.]+M760\.0 [\d.]+"/);
  expect(text).toContain('judged otherwise');
});

test('one run alone has no picture, and none has no section', () => {
  expect(pageWith(row)).not.toContain('trend-title');
  expect(pageWith(row)).toContain('1 run of this target');
  expect(page.render(everyOutcome, everyOutcomeEvidence)).not.toContain('id="trend"');
});

test('a version that is markup stays text', () => {
  expect(pageWith({ ...row, toolVersion: '<script>alert(1)</script>' })).toContain(
    '&lt;script&gt;alert(1)&lt;/script&gt;',
  );
});
