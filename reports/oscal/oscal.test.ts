import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { Results } from '../../harness/engine/verdict/results.ts';
import { everyOutcome, everyOutcomeEvidence } from '../testing/every-outcome.ts';
import { oscal } from './oscal.ts';
import { assessmentResults } from './testing/schema.ts';

interface Result {
  readonly props: readonly { readonly name: string; readonly value: string }[];
  readonly observations?: readonly {
    readonly uuid: string;
    readonly props: readonly { readonly name: string; readonly value: string }[];
  }[];
  readonly findings?: readonly {
    readonly uuid: string;
    readonly target: {
      readonly 'target-id': string;
      readonly status: { readonly state: string; readonly reason: string };
    };
    readonly 'related-observations': readonly { readonly 'observation-uuid': string }[];
  }[];
}

test.for<[name: string, results: Results]>([
  ['every outcome', everyOutcome],
  ['no judgement, and no time', { ...everyOutcome, judgements: [], run: { ...everyOutcome.run, startedAt: '' } }],
  ['a limited run', { ...everyOutcome, scope: { ...everyOutcome.scope, limitedTo: ['--suite policy'] } }],
])('%s has what OSCAL demands', ([, results]) => {
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(assessmentResults);
  expect(validate(JSON.parse(oscal.render(results, everyOutcomeEvidence))), JSON.stringify(validate.errors)).toBe(true);
});

test('only what passed or failed is a finding, and a SHOULD is no failure', () => {
  const { findings = [] } = resultOf(everyOutcome);
  expect(findings.map(({ target }) => [target['target-id'], target.status.state, target.status.reason])).toEqual([
    ['transport.certificate', 'satisfied', 'pass'],
    ['discovery.answer', 'satisfied', 'pass'],
    ['discovery.auth-policy', 'not-satisfied', 'fail'],
    ['discovery.content-type', 'not-satisfied', 'other'],
    ['discovery.activity-id', 'not-satisfied', 'other'],
    ['policy.answer', 'not-satisfied', 'fail'],
    ['enrollment.answer', 'satisfied', 'pass'],
  ]);
});

test('each check is an observation with its outcome, and each finding names its own', () => {
  const { observations = [], findings = [] } = resultOf(everyOutcome);
  const of = (name: string) => observations.map(({ props }) => props.find((one) => one.name === name)?.value);
  expect(of('check')).toEqual(everyOutcome.judgements.map(({ check }) => check));
  expect(of('outcome')).toEqual(everyOutcome.judgements.map(({ outcome }) => outcome));
  const known = new Map(observations.map(({ uuid }, index) => [uuid, everyOutcome.judgements[index]?.check]));
  for (const finding of findings) {
    const [related] = finding['related-observations'];
    expect(known.get(related?.['observation-uuid'] ?? '')?.replace('/', '.')).toBe(finding.target['target-id']);
  }
});

test('the ids are those of the run, and no two are the same', () => {
  const ids = (results: Results) => oscal.render(results, everyOutcomeEvidence).match(/"uuid": ".*"/gu) ?? [];
  const other = ids({ ...everyOutcome, run: { ...everyOutcome.run, id: 'another' } });
  expect(ids(everyOutcome)).toEqual(ids({ ...everyOutcome, because: 'x' }));
  expect(new Set([...ids(everyOutcome), ...other]).size).toBe(2 * other.length);
});

test('each way in has its verdict', () => {
  const { props } = resultOf(everyOutcome);
  expect(
    props.filter(({ name }) => name.startsWith('way-')).map(({ name, value }) => [name, value.split(':')[0]]),
  ).toEqual([
    ['way-on-premise', 'not conformant'],
    ['way-federated', 'not driven'],
    ['way-certificate', 'not offered'],
  ]);
});

function resultOf(results: Results): Result {
  const document = JSON.parse(oscal.render(results, everyOutcomeEvidence)) as {
    readonly 'assessment-results': { readonly results: readonly [Result] };
  };
  return document['assessment-results'].results[0];
}
