import { expect, test } from 'vitest';
import { defineCheck } from '../../engine/rule/check.ts';
import { remove } from '../../engine/rule/departures.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { lawfulServers } from '../lawful-servers/index.ts';
import { lawfulSession } from './lawful-session.ts';
import { outcomesOn } from './outcomes.ts';
import type { Outcomes } from './outcomes.ts';
import { passProof } from './pass-proof.ts';

const server = { group: 'g', name: 'is odd', because: 'X 1', advice: {}, unjudged: {}, scenarios: [], isWhole: false };
const must = [{ id: 'a/b', level: 'MUST' }];
const should = [{ id: 'a/b', level: 'SHOULD' }];
const passed: Outcomes = { 'a/b': { outcome: 'passed' } };
const failed: Outcomes = { 'a/b': { outcome: 'failed', message: 'it is odd' } };
const open: Outcomes = { 'a/b': { outcome: 'inconclusive', message: 'nothing shows it' } };
const advice = { 'a/b': 'oddity is discouraged' };

test('a check that passes is no problem, and is counted', () => {
  const { row, problems } = passProof(server, passed, passed, must);
  expect(problems).toEqual([]);
  expect(row).toEqual({ server: 'g: is odd', because: 'X 1', passed: 1, inapplicable: 0, undriven: 0 });
});

test('what is not driven is no problem', () => {
  const { row, problems } = passProof(server, open, open, must);
  expect([row.undriven, problems]).toEqual([1, []]);
});

test('advice is no problem, and the row says it', () => {
  const { row, problems } = passProof({ ...server, advice }, failed, passed, should);
  expect([row.advice, problems]).toEqual([advice, []]);
});

test('the row of a server that the whole plan was driven at names what does not pass on it alone', () => {
  const { row } = passProof({ ...server, isWhole: true }, { 'a/b': { outcome: 'inapplicable' } }, passed, must);
  expect(row.lacks).toEqual(['a/b']);
});

const problem = (text: string): readonly string[] => [`the lawful server "g: is odd" ${text}`];

test.each([
  ['fails', server, failed, must, 'fails a/b: it is odd'],
  ['breaks', server, { 'a/b': { outcome: 'errored', message: 'Error' } } as const, must, 'breaks a/b: Error'],
  ['leaves open what the reference server shows', server, open, must, 'leaves a/b open: nothing shows it'],
  ['fails as a MUST', { ...server, advice }, failed, must, 'fails a/b, which is a MUST and no advice: it is odd'],
  ['no longer advises', { ...server, advice }, passed, should, 'passes a/b, which is listed as advice'],
  [
    'judges after all',
    { ...server, unjudged: advice },
    passed,
    should,
    'is judged by a/b, which is listed as unjudged',
  ],
])('a check that %s is a problem', (_, listed, outcomes, listedChecks, expected) => {
  expect(passProof(listed, outcomes, passed, listedChecks).problems).toEqual(problem(expected));
});

test('a wrong check is found by a lawful server that it accuses', async () => {
  const wrong = defineCheck({
    id: 'envelope/wrong',
    title: 'Each Discover answer has an ActivityId, which no source demands',
    level: 'MUST',
    basis: 'specification',
    requirements: ['ENV-09'],
    since: '0.1.0',
    impact: { kind: 'unknown', says: 'nothing' },
    remedy: 'None.',
    needs: { each: 'discover' },
    *judge({ answer, at }) {
      if (!answer.find('//diag:ActivityId')) yield { message: 'there is no ActivityId', at: at('body') };
    },
    counterexamples: [{ name: 'no ActivityId', ...remove('discover', '//diag:ActivityId') }],
  });
  const untraced = lawfulServers['envelope']?.find(({ name }) => name === 'traces nothing');
  if (!untraced) throw new Error('there is no such server');
  const [own, reference] = await Promise.all(
    [untraced, { name: 'is the reference server' }].map(async (driven) =>
      outcomesOn(await lawfulSession(driven, [windowsEnrollment]), [wrong]),
    ),
  );
  const { problems } = passProof({ ...server, name: untraced.name }, own ?? {}, reference ?? {}, [wrong]);
  expect(problems).toEqual(['the lawful server "g: traces nothing" fails envelope/wrong: there is no ActivityId']);
});
