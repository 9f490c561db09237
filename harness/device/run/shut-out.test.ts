import { expect, test } from 'vitest';
import { answer } from '../../engine/rule/departures.ts';
import type { Departure } from '../../engine/rule/counterexample.ts';
import { referenceSession } from '../../testing/reference-run.ts';

const noUser = { as: 'fault', subcode: 'Authentication' } as const;

async function drivenWith(...departures: readonly Departure[]): Promise<readonly string[]> {
  const { exchanges } = await referenceSession({ departures });
  return [...new Set(exchanges.map(({ label }) => label?.scenario ?? ''))];
}

test('where no service lets the user in, no more is sent than one second opinion', async () => {
  expect(await drivenWith(answer('get-policies', noUser), answer('issue', noUser))).toEqual([
    'windows-enrollment',
    'enrollment-without-policies',
  ]);
});

test('a policy service alone that refuses the user ends nothing', async () => {
  const driven = await drivenWith(answer('get-policies', noUser));
  expect(driven).toContain('context-item-variants');
  expect(driven.at(-1)).toBe('near-miss-password');
});
