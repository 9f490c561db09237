import { expect, test } from 'vitest';
import { everyOutcome } from '../testing/every-outcome.ts';
import { entryOf, readEntry, UnreadableEntry } from './history-entry.ts';
import { trendOf } from './trend.ts';
import { trendText } from './trend-text.ts';

const entry = entryOf(everyOutcome, 'results/0.json');

test('what is written can be read', () => {
  expect(readEntry(JSON.stringify(entry))).toEqual(entry);
});

test.each([
  ['x', 'it is not JSON'],
  ['[]', 'it is not an object'],
  ['{}', 'it has not the schemaVersion 1'],
  [JSON.stringify({ ...entry, verdict: 'fine' }), '"verdict" must be one of conformant'],
  [JSON.stringify({ ...entry, target: '' }), '"target" must be a text'],
  [JSON.stringify({ ...entry, failed: -1 }), '"failed" must be a whole number'],
  [JSON.stringify({ ...entry, limitedTo: [1] }), '"limitedTo" must be a list of texts'],
])('%s is refused', (line, message) => {
  const reading = () => readEntry(line);
  expect(reading).toThrow(UnreadableEntry);
  expect(reading).toThrow(message);
});

test('a trend is in the order of time, has a run once as it was judged last, and at most 50 rows', () => {
  const later = { ...entry, runId: 'later', startedAt: '2026-05-01T00:00:00Z' };
  const rows = trendOf([later, entry, { ...entry, failedMust: 7 }, { ...entry, target: 'other' }], entry.target);
  expect(rows).toMatchObject([{ runId: entry.runId, failedMust: 7 }, { runId: 'later' }]);
  const many = Array.from({ length: 60 }, (_, index) => ({ ...entry, runId: `${index}` }));
  expect(trendOf(many, entry.target)).toHaveLength(50);
  expect(trendOf([], entry.target)).toEqual([]);
  expect(trendText([])).toBe('');
});

test.each([{ requirementSet: '0' }, { profile: 'P7' }, { limitedTo: ['suite=policy'] }])(
  '%j is not comparable',
  (change) => {
    const later = { ...entry, runId: 'later', startedAt: '2026-05-01T00:00:00Z', ...change };
    expect(trendOf([entry, later], entry.target).map(({ isComparable }) => isComparable)).toEqual([true, false]);
  },
);
