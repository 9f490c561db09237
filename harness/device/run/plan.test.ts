import { describe, expect, test } from 'vitest';
import { enrollingNames, leftOut, numberDevices, planOf, stagesOf } from './plan.ts';
import type { Scenario } from './scenario.ts';

function scenario(id: string, others: Partial<Scenario> = {}): Scenario {
  return { id, title: id, effect: 'read', devices: 1, drive: () => Promise.resolve(), ...others };
}

const reads = scenario('reads');
const enrolls = scenario('enrolls', { effect: 'enroll', devices: 2 });
const capped = scenario('capped', { effect: 'enroll', state: 'device-cap', alone: true });
const last = scenario('last', { effect: 'enroll', alone: true });
const renews = scenario('renews', { effect: 'renew' });
const ids = (scenarios: readonly Scenario[]): string[] => scenarios.map(({ id }) => id);

describe('a plan', () => {
  test('leaves out what may leave behind more than is allowed', () => {
    expect(ids(planOf([reads, enrolls], { effects: ['read'] }))).toEqual(['reads']);
    expect(ids(planOf([reads, enrolls, renews], { effects: ['read', 'enroll'] }))).toEqual(['reads', 'enrolls']);
    expect(ids(planOf([reads, renews], { effects: ['read', 'renew'] }))).toEqual(['reads']);
    expect(ids(planOf([reads, renews], { effects: ['read', 'enroll', 'renew'] }))).toEqual(['reads', 'renews']);
  });

  test('leaves out a state that the target does not say how to bring about', () => {
    const effects = ['read', 'enroll'] as const;
    expect(ids(planOf([reads, capped], { effects }))).toEqual(['reads']);
    expect(ids(planOf([reads, capped], { effects, states: { license: { by: 'prompt', text: 'x' } } }))).toEqual([
      'reads',
    ]);
    const states = { 'device-cap': { by: 'prompt', text: 'x' } } as const;
    expect(ids(planOf([reads, capped], { effects, states }))).toEqual(['reads', 'capped']);
  });

  test('leaves out what needs simultaneous requests where a rate keeps them apart', () => {
    const together = scenario('together', { isSimultaneous: true });
    const plan = [reads, together, capped];
    const options = { effects: ['read', 'enroll'], rate: 60 } as const;
    expect(ids(planOf(plan, options))).toEqual(['reads']);
    expect(ids(planOf(plan, { effects: ['read'] }))).toEqual(['reads', 'together']);
    expect(leftOut(plan, plan, options).map(({ scenario: { id }, by }) => [id, by])).toEqual([
      ['together', 'rate'],
      ['capped', 'states'],
    ]);
    expect(leftOut(plan, [reads], options)[0]?.by).toBe('selection');
  });

  test('counts its devices through all scenarios, and names those that may enroll', () => {
    const plan = [reads, enrolls, scenario('more'), last, renews];
    expect([...numberDevices(plan).values()]).toEqual([[1], [2, 3], [4], [5], [6]]);
    expect(enrollingNames(plan, plan, '1a2b')).toEqual([
      'mde-conformance-1a2b-2',
      'mde-conformance-1a2b-3',
      'mde-conformance-1a2b-5',
      'mde-conformance-1a2b-6',
    ]);
  });
});

test('the first stage is the first scenario, each that goes alone is one, and what lies between is one', () => {
  const more = scenario('more');
  expect(stagesOf([reads, enrolls, more, capped, last]).map(ids)).toEqual([
    ['reads'],
    ['enrolls', 'more'],
    ['capped'],
    ['last'],
  ]);
  expect(stagesOf([reads, capped, enrolls, more]).map(ids)).toEqual([['reads'], ['capped'], ['enrolls', 'more']]);
  expect(stagesOf([])).toEqual([]);
});
