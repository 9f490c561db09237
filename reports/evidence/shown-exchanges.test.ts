import { expect, test } from 'vitest';
import type { Results } from '../../harness/engine/verdict/results.ts';
import type { Session } from '../../harness/wire/exchange/exchange.ts';
import { everyOutcome, everyOutcomeEvidence } from '../testing/every-outcome.ts';
import { shownExchanges } from './shown-exchanges.ts';

const [first] = everyOutcomeEvidence.exchanges;
const [note] = everyOutcome.exchanges;
const [judgement] = everyOutcome.judgements;
if (!first || !note || !judgement) throw new Error('the fixture has exchanges and judgements');

const session = (size: number, bytes: number): Session => {
  const request = { ...first.request, body: new Uint8Array(bytes) };
  return { exchanges: Array.from({ length: size }, (_, index) => ({ ...first, index, request })) };
};

const results = (findings: readonly number[], size: number): Results => ({
  ...everyOutcome,
  refusals: [],
  causes: [],
  ways: [],
  judgements: [
    {
      ...judgement,
      outcome: 'failed',
      findings: findings.map((exchange) => ({ message: 'seen', exchange, part: 'body' })),
    },
  ],
  exchanges: Array.from({ length: size }, (_, index) => ({ ...note, index, kind: 'discover' })),
});

const chosen = (size: number, shown: { readonly has: (index: number) => boolean }) =>
  Array.from({ length: size }, (_, index) => index).filter(shown.has);

test('of one check three exchanges are shown, and one example of the kind', () => {
  const shown = shownExchanges(results([5, 5, 6, 7, 8], 20), session(20, 100));
  expect(chosen(20, shown)).toEqual([0, 5, 6, 7]);
  expect([...shown.examples]).toEqual([0]);
});

test('what the causes and refusals point at comes first', () => {
  const shown = shownExchanges(everyOutcome, everyOutcomeEvidence);
  expect(chosen(6, shown)).toEqual([0, 1, 2, 3]);
});

test('a session of large messages with a finding in each stays within its budget', () => {
  const all = Array.from({ length: 300 }, (_, index) => index);
  const many = results([], 300);
  const judgements = all.map((exchange) => ({
    ...judgement,
    check: `phase/check-${exchange}`,
    outcome: 'failed' as const,
    findings: [{ message: 'seen', exchange, part: 'body' as const }],
  }));
  const count = chosen(300, shownExchanges({ ...many, judgements }, session(300, 1_000_000))).length;
  expect(count).toBeGreaterThan(10);
  expect(count).toBeLessThan(30);
});
