import { beforeAll, describe, expect, test } from 'vitest';
import type { Check } from '../../engine/rule/check.ts';
import type { OwnResults } from '../../engine/verdict/own-results.ts';
import type { Session } from '../../wire/exchange/exchange.ts';
import { enroll } from '../in-tests/enroll.ts';
import { judge } from '../in-tests/judge.ts';
import { referenceServer } from '../in-tests/reference.ts';
import { acme, acmeCheck, judging } from './testing/acme.ts';

let plainSession: Session;

beforeAll(async () => {
  const { url, user, fetch } = referenceServer();
  plainSession = (await enroll({ url, ...user, fetch, only: ['acme/*'], checks: [acme()] })).session;
}, 60_000);

function ownOf(check: Check, session = plainSession): OwnResults {
  const [own] = judge(session, { checks: [acme({ checks: [check] })] }).own ?? [];
  if (!own) throw new TypeError('the results have no own checks');
  return own;
}

function reasonOf(check: Check): string {
  const { counts, judgements } = ownOf(check);
  expect(counts).toMatchObject({ passed: 0, errored: 1 });
  return judgements[0]?.reason ?? '';
}

describe('a check of a module that breaks is no pass, and names itself and its module:', () => {
  const at = { exchange: 1, part: 'body' };
  const rows: readonly (readonly [string, (evidence: never) => unknown, string])[] = [
    [
      'it throws',
      () => {
        throw new RangeError('too far');
      },
      'broke: RangeError: too far',
    ],
    [
      'it throws an error of its own',
      () => {
        throw Object.assign(new Error(), { toString: () => 'a text' });
      },
      'broke: a text',
    ],
    ['it gives nothing', () => undefined, 'gave missing; expected a list of findings'],
    ['it gives a promise', () => Promise.resolve([]), 'gave a promise'],
    ['it gives a text', () => 'wrong', 'gave "wrong"; expected a list'],
    ['it gives garbage', () => [1], 'gave a finding that has the message missing'],
    ['a finding without a place', () => [{ message: 'x' }], 'is at the exchange missing; take "at" from the evidence'],
    [
      'an exchange that is not there',
      () => [{ message: 'x', at: { ...at, exchange: 9e9 } }],
      'at the exchange 9000000000',
    ],
    [
      'an unknown part',
      () => [{ message: 'x', at: { ...at, part: 'foot' } }],
      'is at the part "foot"; allowed: connection',
    ],
    ['a path that is none', () => [{ message: 'x', at: { ...at, path: 1 } }], 'is at the path 1'],
    ['an expectation that is none', () => [{ message: 'x', at, expected: 1 }], 'has expected 1'],
    ['an impact that is none', () => [{ message: 'x', at, impact: {} }], 'has an impact of the kind missing'],
    [
      'it changes what it judges',
      ({ exchange }: { exchange: { request: { url: string } } }) => {
        exchange.request.url = 'https://other.example';
        return [];
      },
      'Cannot assign to read only property',
    ],
  ];
  let reasons: readonly (string | undefined)[];

  beforeAll(() => {
    const checks = rows.map(([, judgeIt], index) =>
      judging(judgeIt as () => unknown, { id: `acme/case-${index + 1}` }),
    );
    const { exchanges, meta } = plainSession;
    if (!meta) throw new TypeError('the session is of no run');
    const whole = { ...meta, selected: [...(meta.selected ?? []), ...checks.map(({ id }) => id)] };
    const [own] = judge({ exchanges, meta: whole }, { only: ['acme/*'], checks: [acme({ checks })] }).own ?? [];
    expect(own?.counts).toMatchObject({ passed: 0, errored: rows.length });
    reasons = own?.judgements.map(({ reason }) => reason) ?? [];
  });

  test.each(rows.map(([name, , message], index) => [name, index, message] as const))('%s', (_, index, message) => {
    expect(reasons[index]).toMatch(new RegExp(`^acme/case-${index + 1} of the module acme `));
    expect(reasons[index]).toContain(message);
  });

  test('its condition too', () => {
    const applies = { when: 'x', test: () => 'yes' as unknown as boolean };
    expect(reasonOf(acmeCheck('names-itself', { applies }))).toContain('has an applies.test that gave "yes"');
  });

  test('but evidence that is missing makes it inconclusive', () => {
    const own = ownOf(judging((evidence) => [{ message: evidence.fault.subcode, at: evidence.at('body') }]));
    expect(own.judgements[0]?.outcome).toBe('inconclusive');
  });

  test('bytes that it changes are those of a copy', () => {
    const body = (): string => Buffer.from(plainSession.exchanges[1]?.answer.response?.body ?? []).toString('hex');
    const before = body();
    ownOf(
      judging(({ response }) => {
        response.body.fill(0);
        return [];
      }),
    );
    expect(body()).toBe(before);
  });
});
