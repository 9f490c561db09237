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

function checks(path: string): (string | undefined)[] {
  return tree.all(path).map((testcase) => testcase.attribute('classname'));
}
