import { readFileSync } from 'node:fs';
import path from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { afterAll, expect, test } from 'vitest';
import type { Results } from '../../harness/engine/verdict/results.ts';
import { parseXml } from '../../harness/protocol/xml/tree.ts';
import { everyOutcome, everyOutcomeEvidence } from '../testing/every-outcome.ts';
import { junit } from './junit.ts';

const tree = parseXml(junit.render(everyOutcome, everyOutcomeEvidence));

afterAll(() => {
  tree[Symbol.dispose]();
});

test('it is well-formed, whatever a target sent', () => {
  expect(tree.root.name).toBe('testsuites');
});

test('it has one suite per phase and one case per check', () => {
  expect(tree.all('//testsuite').map((suite) => suite.attribute('name'))).toEqual([
    ...new Set(everyOutcome.judgements.map(({ phase }) => phase)),
  ]);
  expect(tree.all('//testcase')).toHaveLength(everyOutcome.judgements.length);
});

test.for<[name: string, results: Results]>([
  ['every outcome', everyOutcome],
  ['a run of many hours', { ...everyOutcome, run: { ...everyOutcome.run, durationMs: 123_456_789.4, startedAt: '' } }],
  ['a verdict that no check shows', { ...everyOutcome, verdict: 'incomplete', judgements: [] }],
])('strict readers take %s', ([, results]) => {
  using schema = XmlDocument.fromString(readFileSync(path.join(import.meta.dirname, 'testing', 'strict.xsd'), 'utf8'));
  using validator = XsdValidator.fromDoc(schema);
  using document = XmlDocument.fromString(junit.render(results, everyOutcomeEvidence));
  expect(() => {
    validator.validate(document);
  }).not.toThrow();
});

test('only what fails a build is a failure or an error', () => {
  expect(checks('//testcase[failure]')).toEqual(['discovery/auth-policy', 'policy/answer']);
  expect(checks('//testcase[error]')).toEqual([
    'policy/key-length',
    'enrollment/key-matches-policy',
    'renewal/answer',
    'faults/wrong-password',
  ]);
  expect(checks('//testcase[skipped]')).toEqual([
    'transport/ping',
    'discovery/content-type',
    'discovery/activity-id',
    'policy/hash-algorithm',
    'renewal/window',
  ]);
});

test('a SHOULD and a MAY that are not met say so', () => {
  const messages = tree.all('//skipped[contains(@type, "not met")]').map((skipped) => skipped.attribute('message'));
  expect(messages).toEqual(['SHOULD not met: Content-Type is "text/xml"', 'MAY not met: There is no ActivityId']);
});

test('the totals agree with the cases', () => {
  const totals = ['tests', 'failures', 'errors'].map((name) => tree.root.attribute(name));
  expect(totals).toEqual(['14', '2', '4']);
  const skipped = tree.all('//testsuite').map((suite) => Number(suite.attribute('skipped')));
  expect(skipped.reduce((sum, one) => sum + one, 0)).toBe(5);
});

test('the name of a case begins with its check, and is the same in every run', () => {
  const names = tree.all('//testcase').map((testcase) => testcase.attribute('name')?.split(':')[0]);
  expect(names).toEqual(everyOutcome.judgements.map(({ check }) => check));
});

test('a verdict that no check shows is a case of its own', () => {
  const text = junit.render(
    { ...everyOutcome, verdict: 'incomplete', because: 'no check was judged', judgements: [] },
    everyOutcomeEvidence,
  );
  expect(text).toContain('<error type="verdict" message="incomplete: no check was judged">');
  expect(text).toContain('tests="1" failures="0" errors="1"');
});

test('a blocked check names the one it waits for', () => {
  expect(tree.text('//testcase[@classname="policy/key-length"]/error/@message')).toBe(
    'Blocked by policy/answer: the policy request got no usable answer',
  );
});

test('a failed check names its cause and its ways in, and no other check does', () => {
  const told = tree
    .all('//testcase[contains(system-out, "cause=")]/system-out')
    .map((out) => out.text.split('\n').filter((line) => /^(?:check|cause|ways)=/u.test(line)));
  expect(told).toEqual([
    ['check=discovery/auth-policy', 'cause=discovery/auth-policy', 'ways=on-premise'],
    ['check=discovery/content-type', 'cause=discovery/content-type'],
    ['check=discovery/activity-id', 'cause=discovery/activity-id'],
    ['check=policy/answer', 'cause=policy/answer'],
  ]);
});

test('each suite says of what it speaks, and who judged', () => {
  const of = (name: string) => tree.text(`//testsuite[@name="policy"]/properties/property[@name="${name}"]/@value`);
  expect(of('scope.covers')).toBe('on-premise enrollment');
  expect(of('scope.device')).toBe('Windows 10 (10.0.19043), profile P1');
  expect(of('scope.notJudged')).toBe('renewal, federated sign-in');
  expect(of('maker.node')).toBe('20.19.0');
  expect(of('requirements.total')).toBe('140');
  expect(of('way.on-premise')).toBe('not conformant: 1 MUST failed');
  expect(of('verdict')).toMatch(/^unsound: /);
  expect(tree.all('//property[@name="scope.limitedTo" or @name="scope.embedded"]')).toEqual([]);
});

test('each suite says which secrets cannot be hidden well, and what took the place of refused forms', () => {
  const run = { ...everyOutcome.run, secretNotes: ['it is short', 'it is a word'], substitutes: ['it sent another'] };
  const text = junit.render({ ...everyOutcome, run }, everyOutcomeEvidence);
  expect(text).toContain('<property name="run.secretNotes" value="it is short; it is a word"/>');
  expect(text).toContain('<property name="run.substitutes" value="it sent another"/>');
});

function checks(path: string): (string | undefined)[] {
  return tree.all(path).map((testcase) => testcase.attribute('classname'));
}
