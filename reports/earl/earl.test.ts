import jsonld from 'jsonld';
import { expect, test } from 'vitest';
import type { Results } from '../../harness/engine/verdict/results.ts';
import { everyOutcome, everyOutcomeEvidence } from '../testing/every-outcome.ts';
import { earl } from './earl.ts';

interface Quad {
  readonly subject: { readonly value: string };
  readonly predicate: { readonly value: string };
  readonly object: { readonly value: string; readonly termType: string };
}

const vocabulary = 'http://www.w3.org/ns/earl#';
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

const quads = await quadsOf(everyOutcome);
const assertions = withType('Assertion');

test('each assertion has one subject, one assertor, one test, one result and the mode "automatic"', () => {
  expect(assertions).toHaveLength(everyOutcome.judgements.length + 1 + everyOutcome.ways.length);
  for (const assertion of assertions) {
    const all = ['subject', 'assertedBy', 'test', 'result', 'mode'].map((name) => objectsOf(assertion, name));
    expect(all.map((objects) => objects.length)).toEqual([1, 1, 1, 1, 1]);
    expect(objectsOf(assertion, 'subject')).toEqual([everyOutcome.run.target]);
    expect(objectsOf(assertion, 'mode')).toEqual([`${vocabulary}automatic`]);
  }
});

test('each outcome keeps its meaning', () => {
  expect(outcomes(quads, 'TestCase')).toEqual({
    'transport/certificate': 'passed',
    'transport/ping': 'inapplicable',
    'discovery/answer': 'passed',
    'discovery/auth-policy': 'failed',
    'discovery/content-type': 'failed',
    'discovery/activity-id': 'failed',
    'policy/answer': 'failed',
    'policy/key-length': 'cantTell',
    'policy/hash-algorithm': 'cantTell',
    'enrollment/answer': 'passed',
    'enrollment/key-matches-policy': 'cantTell',
    'renewal/answer': 'cantTell',
    'renewal/window': 'cantTell',
    'faults/wrong-password': 'cantTell',
  });
});

test('the verdicts on the whole and on each way in are requirements', () => {
  expect(outcomes(quads, 'TestRequirement')).toEqual({
    verdict: 'cantTell',
    'way on-premise': 'failed',
    'way federated': 'untested',
    'way certificate': 'inapplicable',
  });
});

test('what a server wrote is a literal, and the name of a recording is no address', async () => {
  const hostile = { ...everyOutcome, because: '@id', run: { ...everyOutcome.run, target: '@type' } };
  const all = await quadsOf(hostile);
  expect(all.filter(({ object }) => object.value === '@id').map(({ object }) => object.termType)).toEqual(['Literal']);
  expect(all.some(({ subject }) => subject.value.includes('@'))).toBe(false);
  expect(Object.keys(outcomes(all, 'TestCase'))).toHaveLength(everyOutcome.judgements.length);
});

test('it loads no context from elsewhere', () => {
  expect(
    typeof (JSON.parse(earl.render(everyOutcome, everyOutcomeEvidence)) as { '@context': unknown })['@context'],
  ).toBe('object');
});

async function quadsOf(results: Results): Promise<readonly Quad[]> {
  const document = JSON.parse(earl.render(results, everyOutcomeEvidence)) as jsonld.JsonLdDocument;
  const refuse = (url: string): never => {
    throw new Error(`asked for ${url}`);
  };
  return (await jsonld.toRDF(document, { documentLoader: refuse })) as readonly Quad[];
}

function withType(name: string, all = quads): readonly string[] {
  return all
    .filter(({ predicate, object }) => predicate.value === rdf && object.value === `${vocabulary}${name}`)
    .map(({ subject }) => subject.value);
}

function objectsOf(subject: string, name: string, all = quads): readonly string[] {
  const predicate = name.startsWith('http') ? name : `${vocabulary}${name}`;
  return all
    .filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate)
    .map(({ object }) => object.value);
}

/** The outcome of each test of a type, by its identifier. */
function outcomes(all: readonly Quad[], type: string): Readonly<Record<string, string>> {
  const tests = new Set(withType(type, all));
  const entries = withType('Assertion', all).flatMap((assertion): [string, string][] => {
    const [tested = ''] = objectsOf(assertion, 'test', all);
    const [result = ''] = objectsOf(assertion, 'result', all);
    const [id = ''] = objectsOf(tested, 'http://purl.org/dc/terms/identifier', all);
    const [outcome = ''] = objectsOf(result, 'outcome', all);
    return tests.has(tested) ? [[id, outcome.slice(vocabulary.length)]] : [];
  });
  return Object.fromEntries(entries);
}
