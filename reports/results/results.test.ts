import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { everyOutcome, everyOutcomeEvidence } from '../testing/every-outcome.ts';
import { json } from './json.ts';
import { readResults, readResultsDocument, UnreadableResults } from './results.ts';

const text = json.render(everyOutcome, everyOutcomeEvidence);

test('what is written can be read, and is written the same again', () => {
  expect(readResults(text)).toEqual(everyOutcome);
  expect(json.render(readResults(text), everyOutcomeEvidence)).toBe(text);
});

test('a document from before each way in had a verdict is read, and says of no way', async () => {
  const older = await readFile(new URL('../samples/older/without-ways.json', import.meta.url), 'utf8');
  const { results, isMigrated } = readResultsDocument(older);
  expect({ isMigrated, ways: results.ways }).toEqual({ isMigrated: true, ways: [] });
  expect({ ...results, ways: undefined }).toEqual({ ...(JSON.parse(older) as object), ways: undefined });
  expect(readResultsDocument(json.render(results, everyOutcomeEvidence)).isMigrated).toBe(false);
});

test('notes on secrets and on refused forms are a part of it', () => {
  const run = { ...everyOutcome.run, secretNotes: ['it is short'], substitutes: ['it sent another'] };
  const noted = { ...everyOutcome, run };
  expect(readResults(json.render(noted, everyOutcomeEvidence))).toEqual(noted);
});

test.each([
  ['text that is not JSON', '{', /^Not JSON: /],
  [
    'a newer version',
    '{"schemaVersion":2}',
    /^schemaVersion is 2; this version of the tool reads 1, so a newer one wrote/,
  ],
  [
    'a version that is no number',
    '{"schemaVersion":"1"}',
    /^schemaVersion is "1"; this version of the tool reads 1 only\.$/,
  ],
  ['a document that is no object', '[]', /the document must be object/],
  ['a missing member', changed({ verdict: undefined }), /the document lacks "verdict"/],
  ['an unknown member', changed({ score: 1 }), /the document has the unknown member "score"/],
  ['a verdict that does not exist', changed({ verdict: 'fine' }), /\/verdict must be one of "conformant", /],
  ['an exit code that does not exist', changed({ exitCode: 7 }), /\/exitCode must be <= 6/],
  ['a finding without its place', changed({ judgements: [{ findings: [{}] }] }), /\/judgements\/0 lacks "check"/],
])('%s is refused with what is wrong and where', (_, document, message) => {
  const reading = () => readResults(document);
  expect(reading).toThrow(UnreadableResults);
  expect(reading).toThrow(message);
});

function changed(members: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...everyOutcome, ...members });
}
