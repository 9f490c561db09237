import { afterAll, expect, test } from 'vitest';
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

test('only what fails a build is a failure or an error', () => {
  expect(checks('//testcase[failure]')).toEqual(['discovery/auth-policy', 'policy/answer']);
  expect(checks('//testcase[error]')).toEqual([
    'policy/key-length',
    'enrollment/key-matches-policy',
    'renewal/answer',
    'faults/wrong-password',
  ]);
  expect(checks('//testcase[skipped]')).toEqual(['transport/ping', 'policy/hash-algorithm', 'renewal/window']);
  expect(checks('//testcase[system-out]')).toEqual(['discovery/content-type', 'discovery/activity-id']);
});

test('the totals agree with the cases', () => {
  const totals = ['tests', 'failures', 'errors', 'skipped'].map((name) => tree.root.attribute(name));
  expect(totals).toEqual(['14', '2', '4', '3']);
});

test('a blocked check names the one it waits for', () => {
  expect(tree.text('//testcase[@classname="policy/key-length"]/error/@message')).toBe(
    'Blocked by policy/answer: the policy request got no usable answer',
  );
});

test('a failed check names its cause, and no other check does', () => {
  const causes = tree
    .all('//testcase[properties/property[@name="cause"]]')
    .map((testcase) => [
      testcase.attribute('classname'),
      tree.text(`//testcase[@classname="${testcase.attribute('classname') ?? ''}"]//property[@name="cause"]/@value`),
    ]);
  expect(causes).toEqual([
    ['discovery/auth-policy', 'discovery/auth-policy'],
    ['discovery/content-type', 'discovery/content-type'],
    ['discovery/activity-id', 'discovery/activity-id'],
    ['policy/answer', 'policy/answer'],
  ]);
});

test('each suite says of what it speaks, and who judged', () => {
  const of = (name: string) => tree.text(`//testsuite[@name="policy"]/properties/property[@name="${name}"]/@value`);
  expect(of('scope.covers')).toBe('on-premise enrollment');
  expect(of('scope.device')).toBe('Windows 10 (10.0.19043), profile P1');
  expect(of('scope.notJudged')).toBe('renewal, federated sign-in');
  expect(of('maker.node')).toBe('20.19.0');
  expect(of('requirements.total')).toBe('140');
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
