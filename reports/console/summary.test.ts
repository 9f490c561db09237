import { expect, test } from 'vitest';
import { everyOutcome } from '../testing/every-outcome.ts';
import { renderSummary } from './summary.ts';

test('it says what a person needs in order to act', async () => {
  const summary = renderSummary(everyOutcome, { colour: false, folder: 'conformance-report' });
  await expect(summary).toMatchFileSnapshot('../samples/summary.txt');
});

test('without colour no control reaches the terminal, whatever a target sent', () => {
  expect(renderSummary(everyOutcome, { colour: false })).not.toMatch(/(?!\n)\p{Cc}/u);
});

test('colour changes no word', () => {
  const plain = renderSummary(everyOutcome, { colour: false });
  const coloured = renderSummary(everyOutcome, { colour: true });
  expect(coloured).not.toBe(plain);
  expect(coloured.split(/\u001B\[\d+m/u).join('')).toBe(plain);
});

test('lines keep to the width, except for words that are longer', () => {
  const lines = renderSummary(everyOutcome, { colour: false, width: 60 }).split('\n').slice(1);
  const textOf = (line: string): string => line.replace(/^ {4}\w+ {2,}/, '').trim();
  expect(lines.filter((line) => line.length > 60 && textOf(line).includes(' '))).toEqual([]);
});

test('a conformant run is short', () => {
  const judgements = everyOutcome.judgements.filter(({ outcome }) => outcome === 'passed');
  const summary = renderSummary({ ...everyOutcome, judgements, verdict: 'conformant' }, { colour: false });
  expect(summary).not.toContain('Failed');
});

test('a target that was never got at is told in one sentence, not in a list of checks', () => {
  const because = 'the target did not answer: 127.0.0.1:1 refused the connection';
  const summary = renderSummary({ ...everyOutcome, verdict: 'incomplete', because, exitCode: 4 }, { colour: false });
  expect(summary).toMatch(/^\? Incomplete .*\n {2}the target did not answer: 127\.0\.0\.1:1 refused the connection\n/);
  expect(summary).toContain('MUST discovery/auth-policy, exchange 0: AuthPolicy is "Password"');
  expect(summary).not.toMatch(/^ {4}change /m);
  expect(summary).not.toContain('could not be judged');
});

test('it has 40 lines at most, or as many as it is given, and all of them if everything is asked for', () => {
  const [cause] = everyOutcome.causes.filter(({ refusal }) => refusal === undefined);
  if (!cause) throw new Error('the sample has no cause of its own');
  const results = { ...everyOutcome, causes: Array.from({ length: 60 }, () => cause) };
  const heightOf = (options: object): number =>
    renderSummary(results, { colour: false, ...options })
      .trimEnd()
      .split('\n').length;
  expect(heightOf({})).toBeLessThanOrEqual(40);
  expect(heightOf({ lines: 25 })).toBeLessThanOrEqual(25);
  expect(heightOf({ verbose: true })).toBeGreaterThan(60);
  expect(renderSummary(results, { colour: false })).toMatch(
    /… and \d+ more causes of failed MUSTs; --verbose lists them/,
  );
});

test('sessions that share a terminal keep to their lines, and say where the report is', () => {
  const summary = renderSummary(everyOutcome, { colour: false, lines: 15, folder: 'conformance-report' });
  expect(summary.split('\n').length).toBeLessThanOrEqual(16);
  expect(summary).toMatch(/\nReport: conformance-report\/report\.html; exit code 5: /);
});
