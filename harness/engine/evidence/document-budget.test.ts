import { expect, test } from 'vitest';
import type { Exchange } from '../../wire/exchange/exchange.ts';
import { exchangeWith } from '../../wire/testing/exchange.ts';
import { createDocumentBudget, withoutAnswer } from './document-budget.ts';
import { openDossier } from './dossier.ts';

const document = (tags: number): Uint8Array => Buffer.from('<a/>'.repeat(tags));

test('documents are admitted until the markup is spent, and smaller ones after a refused one', () => {
  const budget = createDocumentBudget({ markup: 10, bytes: 1000 });
  expect([4, 7, 5, 2, 1].map((tags) => budget.admits(document(tags)))).toEqual([true, false, true, false, true]);
});

test('documents are admitted until the bytes are spent', () => {
  const budget = createDocumentBudget({ markup: 1000, bytes: 10 });
  expect([2, 1].map((tags) => budget.admits(document(tags)))).toEqual([true, false]);
});

test('attributes count as tags do', () => {
  const budget = createDocumentBudget({ markup: 3, bytes: 1000 });
  expect(budget.admits(Buffer.from('<a b="" c="" d=""/>'))).toBe(false);
});

test('an answer beyond the budget says nothing of the server', () => {
  expect(withoutAnswer(exchangeWith({ response: '<a/>' })).answer).toMatchObject({
    kind: 'broken',
    reason: 'unrecorded',
    message:
      'The answer was not read: the documents of this session together have more than 500,000 tags and attributes or 64 MiB, which is all that is read.',
    response: { status: 200 },
  });
});

/** An answer to Discover with so many elements. */
function discovered(index: number, elements: number): Exchange {
  const soap = (inside: string): Uint8Array =>
    Buffer.from(
      `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>${inside}</s:Body></s:Envelope>`,
    );
  const d = 'xmlns="http://schemas.microsoft.com/windows/management/2012/01/enrollment"';
  return {
    index,
    startedAt: new Date(0).toISOString(),
    durationMs: 1,
    request: {
      method: 'POST',
      url: 'https://mdm.example/EnrollmentServer/Discovery.svc',
      headers: [],
      body: soap(`<Discover ${d}/>`),
    },
    answer: {
      kind: 'answered',
      response: {
        status: 200,
        statusText: 'OK',
        httpVersion: 'HTTP/1.1',
        headers: [],
        body: soap(`<DiscoverResponse ${d}>${'<a/>'.repeat(elements)}</DiscoverResponse>`),
      },
    },
    secrets: [],
  };
}

test('a session of many large answers is read as far as its budget goes', () => {
  const exchanges = Array.from({ length: 14 }, (_, index) => discovered(index, 40_000));
  using dossier = openDossier({ exchanges });
  expect(dossier.evidence.map(({ state }) => state)).toEqual([
    ...Array.from({ length: 12 }, () => 'success'),
    'broken',
    'broken',
  ]);
});
