import { describe, expect, test } from 'vitest';
import type { Refusal } from '../explanation/refusal.ts';
import type { Impact } from '../rule/impact.ts';
import type { Cause, FoldingRule } from './cause.ts';
import { causesOf } from './causes.ts';
import type { Surroundings } from './causes.ts';
import type { Finding, Judgement } from './results.ts';

const breaks: Impact = { kind: 'breaks', says: 'it ends', evidence: { by: 'specified', source: 'a document' } };
const unknown: Impact = { kind: 'unknown', says: 'nobody knows' };
const security: Impact = { kind: 'security', says: 'anybody enters' };

function finding(message: string, exchange: number, rest: Partial<Finding> = {}): Finding {
  return { message, exchange, part: 'body', ...rest };
}

function failed(check: string, findings: readonly Finding[], rest: Partial<Judgement> = {}): Judgement {
  return {
    check,
    phase: check.split('/')[0] ?? '',
    title: `the title of ${check}`,
    level: 'MUST',
    basis: 'specification',
    requirements: [],
    outcome: 'failed',
    impact: breaks,
    remedy: `mend ${check}`,
    exchanges: findings.map(({ exchange }) => exchange),
    findings,
    ...rest,
  };
}

function refusal(exchanges: readonly [number, ...number[]]): Refusal {
  return {
    exchange: exchanges[0],
    exchanges,
    kind: 'issue',
    service: 'The enrollment service',
    request: 'RequestSecurityToken',
    url: 'https://mdm.example/Enroll',
    came: 'HTTP 500',
    notes: [],
    actor: 'server',
    remedy: 'Look in the log.',
  };
}

const rule: FoldingRule = {
  id: 'open-door',
  headline: 'The door is open',
  shownBy: ['a/door'],
  folds: ['a/window', 'a/gate'],
  saying: /accepted/,
  remedy: 'Close it.',
};

function causes(
  judgements: readonly Judgement[],
  rules: readonly FoldingRule[] = [],
  around: Partial<Surroundings> = {},
): readonly Cause[] {
  return causesOf(judgements, rules, {
    refusals: [],
    siblingOf: () => undefined,
    isExceptional: () => false,
    ...around,
  });
}

const idsOf = (some: readonly Cause[]): readonly (readonly string[])[] => some.map(({ id, checks }) => [id, ...checks]);

describe('folding by a rule', () => {
  const door = failed('a/door', [finding('accepted', 1)]);

  test('takes the named checks that say what it names, the one that shows it best first', () => {
    const window = failed('a/window', [finding('accepted', 2)]);
    const other = failed('b/roof', [finding('accepted', 3)]);
    expect(idsOf(causes([window, door, other], [rule]))).toEqual([
      ['open-door', 'a/door', 'a/window'],
      ['b/roof', 'b/roof'],
    ]);
  });

  test('leaves a check that says something else too', () => {
    const window = failed('a/window', [finding('accepted', 2), finding('broken', 3)]);
    expect(idsOf(causes([door, window], [rule]))).toEqual([
      ['open-door', 'a/door'],
      ['a/window', 'a/window'],
    ]);
  });

  test('says nothing where the check that shows it passed', () => {
    const window = failed('a/window', [finding('accepted', 2)]);
    expect(idsOf(causes([window], [rule]))).toEqual([['a/window', 'a/window']]);
  });

  test('may want the same exchanges', () => {
    const there = { ...rule, isOfSameExchanges: true } as const;
    const window = failed('a/window', [finding('accepted', 1)]);
    const gate = failed('a/gate', [finding('accepted', 1), finding('accepted', 7)]);
    expect(idsOf(causes([door, window, gate], [there]))).toEqual([
      ['open-door', 'a/door', 'a/window'],
      ['a/gate', 'a/gate'],
    ]);
  });

  test('may want what was expected, and quotes what was seen', () => {
    const quoting = { ...rule, saying: /^accepted/, expecting: /a fault/, quoting: /^accepted (\w+)/ };
    const seen = failed('a/door', [finding('accepted everybody', 1, { expected: 'a fault' })]);
    const window = failed('a/window', [finding('accepted', 2, { expected: 'glass' })]);
    expect(causes([seen, window], [quoting]).map(({ headline }) => headline)).toEqual([
      'The door is open (everybody)',
      'the title of a/window',
    ]);
  });
});

describe('refusals of valid requests', () => {
  const answer = failed('a/answer', [finding('the server answered with a fault', 3, { impact: breaks })]);

  test('explain the checks that saw nothing else', () => {
    const [cause] = causes([answer], [], { refusals: [refusal([3, 6])] });
    expect(cause).toMatchObject({ id: 'a/answer', refusal: 3 });
  });

  test('explain no check that failed elsewhere, or by its own rule', () => {
    const elsewhere = failed('a/other', [finding('no', 3, { impact: breaks }), finding('no', 9, { impact: breaks })]);
    const own = failed('a/own', [finding('the header is wrong', 3)]);
    const found = causes([elsewhere, own], [], { refusals: [refusal([3])] });
    expect(found.map((cause) => cause.refusal)).toEqual([undefined, undefined]);
  });

  test('stand in one cause with what a rule folds of them', () => {
    const byRule: FoldingRule = { ...rule, shownBy: ['a/form'], folds: ['a/answer'], saying: /./ };
    const form = failed('a/form', [finding('not well-formed', 3)]);
    const second = failed('b/answer', [finding('a fault', 3, { impact: breaks })]);
    const found = causes([answer, form, second], [byRule], { refusals: [refusal([3])] });
    expect(idsOf(found)).toEqual([['open-door', 'a/form', 'a/answer', 'b/answer']]);
    expect(found[0]).toMatchObject({ refusal: 3, headline: 'The door is open', remedy: 'Close it.' });
  });
});

test('the gravest comes first, and a MUST before others', () => {
  const judgements = [
    failed('e/contrived', [finding('e', 1)], { contrived: true, impact: unknown }),
    failed('d/unknown', [finding('d', 1)], { impact: unknown }),
    failed('c/some', [finding('c', 2, { variant: 'a variant' })]),
    failed('f/advice', [finding('f', 1)], { level: 'SHOULD', impact: security }),
    failed('b/every', [finding('b', 1)]),
    failed('a/security', [finding('a', 1)], { impact: security }),
  ];
  expect(causes(judgements).map(({ id, damage }) => [id, damage])).toEqual([
    ['a/security', 'security'],
    ['b/every', 'every-device'],
    ['c/some', 'some-devices'],
    ['d/unknown', 'unknown'],
    ['e/contrived', 'contrived'],
    ['f/advice', 'security'],
  ]);
});

test('a request that is wrong on purpose shows nothing of every device, and neither does a renewal', () => {
  const wrong = failed('a/fault', [finding('HTML', 4)]);
  const renewal = failed('renewal/answer', [finding('a fault', 1)]);
  const found = causes([wrong, renewal], [], { isExceptional: (exchange) => exchange === 4 });
  expect(found.map(({ damage }) => damage)).toEqual(['some-devices', 'some-devices']);
});

test('what was seen names the variant, the ordinary request beside it, and how often', () => {
  const variant = { variant: 'RequestVersion 6.0', expected: 'an answer', actual: 'a fault' };
  const judgement = failed('a/versions', [finding('refused', 4, variant), finding('refused', 5, variant)]);
  expect(causes([judgement], [], { siblingOf: () => 1 })[0]?.seen).toBe(
    'with RequestVersion 6.0: refused (expected an answer; got a fault), and 1 more; the ordinary request got its answer (exchange 1)',
  );
});

test('a cause counts what waits for it', () => {
  const waiting = failed('b/next', [], { outcome: 'inconclusive', blockedBy: 'a/answer' });
  const advice = { ...waiting, check: 'c/next', level: 'MAY' } as const;
  const answer = failed('a/answer', [finding('no', 1)]);
  expect(causes([answer, waiting, advice])[0]).toMatchObject({ blocked: 2, blockedMusts: 1 });
});
