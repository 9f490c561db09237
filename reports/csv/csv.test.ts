import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { Results } from '../../harness/engine/verdict/results.ts';
import { everyOutcome, everyOutcomeEvidence } from '../testing/every-outcome.ts';
import { judgement } from '../testing/judgement-parts.ts';
import { csv } from './csv.ts';

const text = csv.render(everyOutcome, everyOutcomeEvidence);

test('it has one row for each check, with its outcome and its level', () => {
  expect(rowsOf(everyOutcome).map(({ check, outcome, level }) => [check, outcome, level])).toEqual(
    everyOutcome.judgements.map(({ check, outcome, level }) => [check, outcome, level]),
  );
});

test('each row ends with CR LF, and a line feed stands in quotes only', () => {
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.replace(/"(?:[^"]|"")*"/gu, '').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
});

test.for(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', '＋1', '－1', '＠x'])(
  'a cell that would be a formula is text: %j',
  (formula) => {
    const hostile = judgement('a/b', { title: formula, remedy: formula, exchanges: [] });
    const [row] = rowsOf({ ...everyOutcome, judgements: [hostile] });
    expect([row?.['title'], row?.['change']]).toEqual([`'${formula}`, `'${formula}`]);
  },
);

test('quotes, separators and line feeds are kept', () => {
  const title = 'a "b", c;\nd';
  const [row] = rowsOf({ ...everyOutcome, judgements: [judgement('a/b', { title, exchanges: [] })] });
  expect(row?.['title']).toBe(title);
});

test('a cell has no more characters than Excel keeps', () => {
  const findings = Array.from({ length: 500 }, () => ({
    message: 'x'.repeat(5_000),
    exchange: 0,
    part: 'body' as const,
  }));
  const many = judgement('a/b', { title: 'x', outcome: 'failed', exchanges: [], findings });
  const [row] = rowsOf({ ...everyOutcome, judgements: [many] });
  expect(row?.['seen']?.length).toBeLessThan(32_767);
  expect(row?.['findings']).toBe('500');
});

test('a check names the ways in on which it failed', () => {
  const ways = rowsOf(everyOutcome).filter((row) => row['ways in'] !== '');
  expect(ways.map((row) => [row['check'], row['ways in']])).toEqual([['discovery/auth-policy', 'on-premise']]);
});

function rowsOf(results: Results): Readonly<Record<string, string>>[] {
  return parse(csv.render(results, everyOutcomeEvidence), { columns: true, record_delimiter: '\r\n' });
}
