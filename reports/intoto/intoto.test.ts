import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { Results } from '../../harness/engine/verdict/results.ts';
import { sha256 } from '../manifest.ts';
import { json } from '../results/json.ts';
import { everyOutcome, everyOutcomeEvidence } from '../testing/every-outcome.ts';
import { intoto } from './intoto.ts';

/** What in-toto v1 and test-result v0.1 demand; neither has a JSON Schema. */
const descriptor = {
  type: 'object',
  anyOf: ['uri', 'digest', 'content'].map((member) => ({ required: [member] })),
  properties: {
    name: { type: 'string', minLength: 1 },
    uri: { type: 'string', minLength: 1 },
    digest: { type: 'object', minProperties: 1, additionalProperties: { type: 'string', pattern: '^[0-9a-f]+$' } },
    annotations: { type: 'object' },
  },
};
const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['_type', 'subject', 'predicateType', 'predicate'],
  properties: {
    _type: { const: 'https://in-toto.io/Statement/v1' },
    predicateType: { const: 'https://in-toto.io/attestation/test-result/v0.1' },
    subject: { type: 'array', minItems: 1, items: { ...descriptor, required: ['digest'] } },
    predicate: {
      type: 'object',
      additionalProperties: false,
      required: ['result', 'configuration'],
      properties: {
        result: { enum: ['PASSED', 'WARNED', 'FAILED'] },
        configuration: { type: 'array', items: descriptor },
        url: { type: 'string' },
        passedTests: { type: 'array', items: { type: 'string' } },
        warnedTests: { type: 'array', items: { type: 'string' } },
        failedTests: { type: 'array', items: { type: 'string' } },
      },
    },
  },
};

interface Statement {
  readonly subject: readonly { readonly digest: { readonly sha256: string } }[];
  readonly predicate: {
    readonly result: string;
    readonly configuration: readonly Readonly<Record<string, unknown>>[];
    readonly passedTests: readonly string[];
    readonly warnedTests: readonly string[];
    readonly failedTests: readonly string[];
  };
}

test('it has what the specification demands', () => {
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);
  expect(validate(statementOf(everyOutcome)), JSON.stringify(validate.errors)).toBe(true);
});

test('its subject is results.json, to the byte', () => {
  const text = json.render(everyOutcome, everyOutcomeEvidence);
  expect(statementOf(everyOutcome).subject).toEqual([{ name: 'results.json', digest: { sha256: sha256(text) } }]);
});

test('only what was judged has a name, a SHOULD under warnings', () => {
  const { passedTests, warnedTests, failedTests } = statementOf(everyOutcome).predicate;
  expect({ passedTests, warnedTests, failedTests }).toEqual({
    passedTests: ['transport/certificate', 'discovery/answer', 'enrollment/answer'],
    warnedTests: ['discovery/content-type', 'discovery/activity-id'],
    failedTests: ['discovery/auth-policy', 'policy/answer'],
  });
});

const passed = everyOutcome.judgements.filter(({ outcome }) => outcome === 'passed');

test.for<[verdict: Results['verdict'], judgements: Results['judgements'], result: string]>([
  ['conformant', passed, 'PASSED'],
  ['conformant', everyOutcome.judgements.filter(({ level }) => level !== 'MUST'), 'WARNED'],
  ['nonconformant', everyOutcome.judgements, 'FAILED'],
  ['incomplete', passed, 'FAILED'],
  ['unsound', passed, 'FAILED'],
])('a %s run is never more than that', ([verdict, judgements, result]) => {
  expect(statementOf({ ...everyOutcome, verdict, judgements }).predicate.result).toBe(result);
});

test('each way in has its verdict, and a recording is named by a reference', () => {
  const run = { ...everyOutcome.run, target: 'my session.har' };
  const [target] = statementOf({ ...everyOutcome, run }).predicate.configuration;
  expect(target).toMatchObject({
    uri: 'my%20session.har',
    annotations: { ways: { 'on-premise': 'not conformant', federated: 'not driven', certificate: 'not offered' } },
  });
});

function statementOf(results: Results): Statement {
  return JSON.parse(intoto.render(results, everyOutcomeEvidence)) as Statement;
}
