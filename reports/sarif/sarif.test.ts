import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import type { Log, Result, Run } from 'sarif';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import type { Results } from '../../harness/engine/verdict/results.ts';
import { json } from '../results/json.ts';
import { judgement } from '../testing/judgement-parts.ts';
import { everyOutcome, everyOutcomeEvidence } from '../testing/every-outcome.ts';
import { sarif } from './sarif.ts';

const text = sarif.render(everyOutcome, everyOutcomeEvidence);

test('it is valid by the schema of OASIS', () => {
  // Draft 4 differs from what Ajv reads by its names alone.
  const read = Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$schema' && name !== 'id'));
  const validate = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false }).compile(read);
  expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
});

test('a failed check is a failure, one that was not judged is open, and no other has a result', () => {
  const { results = [] } = runOf(everyOutcome);
  expect(results.map(({ ruleId, kind, level }) => [ruleId, kind, level])).toEqual([
    ['discovery/auth-policy', 'fail', undefined],
    ['discovery/content-type', 'fail', undefined],
    ['discovery/activity-id', 'fail', undefined],
    ['policy/answer', 'fail', undefined],
    ['policy/key-length', 'open', undefined],
    ['policy/hash-algorithm', 'open', 'none'],
    ['enrollment/key-matches-policy', 'open', undefined],
    ['renewal/answer', 'open', undefined],
    ['renewal/window', 'open', 'none'],
    ['faults/wrong-password', 'open', undefined],
  ]);
});

test('a result that is no failure has no other level than "none", as SARIF 3.27.10 demands', () => {
  const { results = [] } = runOf(everyOutcome);
  for (const { kind, level } of results) if (kind !== 'fail') expect(level ?? 'none').toBe('none');
});

test('each check is a rule with all that GitHub wants, also without a result', () => {
  const { rules = [] } = runOf(everyOutcome).tool.driver;
  expect(rules.map(({ id }) => id)).toEqual(everyOutcome.judgements.map(({ check }) => check));
  for (const { shortDescription, fullDescription, help, defaultConfiguration, properties } of rules) {
    expect(shortDescription?.text).not.toBe('');
    expect(fullDescription?.text.length).toBeLessThanOrEqual(1_000);
    expect(help?.text).toMatch(/^(?:MUST|SHOULD|MAY): /);
    expect(defaultConfiguration?.level).toMatch(/^(?:error|warning|note)$/);
    expect(properties?.tags?.length).toBeLessThanOrEqual(10);
  }
});

test('a result points at its judgement in results.json where there is no target file', () => {
  const lines = json.render(everyOutcome, everyOutcomeEvidence).split('\n');
  for (const result of runOf(everyOutcome).results ?? []) {
    const place = result.locations?.[0]?.physicalLocation;
    expect(place?.artifactLocation?.uri).toBe('results.json');
    expect(lines[(place?.region?.startLine ?? 0) - 1]?.trim()).toBe(`"check": "${result.ruleId ?? ''}",`);
  }
});

test('a result points at the target file where there is one', () => {
  const run = { ...everyOutcome.run, targetFile: 'ci/my target#1.yaml' };
  const places = (runOf({ ...everyOutcome, run }).results ?? []).map(
    ({ locations }) => locations?.[0]?.physicalLocation,
  );
  expect(new Set(places.map((place) => place?.artifactLocation?.uri))).toEqual(new Set(['ci/my%20target%231.yaml']));
  expect(places.every((place) => place?.region?.startLine === 1)).toBe(true);
});

test('the fingerprint of a check is the same in every run, and another at another target', () => {
  const other = { ...everyOutcome.run, id: 'another', startedAt: '2027-01-01T00:00:00.000Z', durationMs: 1 };
  const elsewhere = { ...everyOutcome.run, target: 'https://mdm.example.test/' };
  const first = prints(runOf(everyOutcome));
  expect(prints(runOf({ ...everyOutcome, run: other, judgements: withoutFindings() }))).toEqual(first);
  expect(new Set([...first, ...prints(runOf({ ...everyOutcome, run: elsewhere }))]).size).toBe(2 * first.length);
});

test('the category is the target, and for our own server, which listens on any port, its name', () => {
  const id = (results: Results) => runOf(results).automationDetails?.id;
  expect(id(everyOutcome)).toBe('mde-conformance/enterpriseenrollment.example.test/EnrollmentServer/Discovery.svc/');
  const embedded = { ...everyOutcome, scope: { ...everyOutcome.scope, embedded: true as const } };
  expect(id(embedded)).toBe('mde-conformance/reference-server/');
});

test('the text of a server is neither a placeholder nor a link', () => {
  const message = '{0} [open](https://evil.example) {name}';
  const hostile = judgement('discovery/auth-policy', {
    title: 'x',
    outcome: 'failed',
    exchanges: [0],
    findings: [0, 1].map((exchange) => ({ message, exchange, part: 'body' })),
  });
  const [result] = runOf({ ...everyOutcome, judgements: [hostile] }).results ?? [];
  const texts = [result?.message.text, result?.relatedLocations?.[0]?.message?.text];
  for (const shown of texts) expect(shown).toContain('{ 0} [open] (https://evil.example) {name}');
});

test('each way in keeps its verdict, and a result names the ways that it concerns', () => {
  const { properties, results = [] } = runOf(everyOutcome);
  expect(properties?.['ways']).toMatchObject([
    { way: 'on-premise', verdict: 'nonconformant' },
    { way: 'federated', state: 'not-driven' },
    { way: 'certificate', state: 'not-offered' },
  ]);
  expect(results.filter(({ properties: own }) => own?.['ways'] !== undefined).map(({ ruleId }) => ruleId)).toEqual([
    'discovery/auth-policy',
  ]);
});

test('a run that proves nothing is no successful execution', () => {
  const { invocations } = runOf(everyOutcome);
  expect(invocations).toMatchObject([{ executionSuccessful: false, exitCode: 5 }]);
  expect(invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toMatch(/^unsound: The check /);
  const conformant = { ...everyOutcome, verdict: 'conformant' as const, exitCode: 0, judgements: [] };
  expect(runOf(conformant)).toMatchObject({
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: [] }],
    results: [],
  });
});

function runOf(results: Results): Run {
  const { runs } = JSON.parse(sarif.render(results, everyOutcomeEvidence)) as Log;
  const [run] = runs;
  if (!run) throw new Error('the log has no run');
  return run;
}

function prints({ results = [] }: Run): readonly (string | undefined)[] {
  return results.map(({ partialFingerprints }: Result) => partialFingerprints?.['primaryLocationLineHash']);
}

function withoutFindings(): Results['judgements'] {
  return everyOutcome.judgements.map((one) => ({ ...one, findings: [], exchanges: [] }));
}
