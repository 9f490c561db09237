import { expect, test } from 'vitest';
import type { Impact } from './impact.ts';
import { kindOfMust } from './kind-of-must.ts';

const breaks: Impact = {
  kind: 'breaks',
  says: 'it stops',
  evidence: { by: 'seen', source: 'Windows 10 19043, a recording' },
};
const must = { level: 'MUST', basis: 'windows', impact: breaks } as const;
const seen = 'fleetdm/fleet issue 12260';

test('a MUST that a document demands is specified, whatever else is true of it', () => {
  expect(kindOfMust({ ...must, basis: 'security', seen }, true)).toBe('specified');
});

test('a MUST of security names it as its basis or as its impact', () => {
  expect(kindOfMust({ ...must, basis: 'security', seen }, false)).toBe('security');
  expect(kindOfMust({ ...must, impact: { kind: 'security', says: 'anybody gets in' } }, false)).toBe('security');
});

test('a MUST that was seen on Windows says where', () => {
  expect(kindOfMust({ ...must, seen }, false)).toBe('seen-on-windows');
});

test('a MUST that rests on nothing has no kind, and neither has a SHOULD', () => {
  expect(kindOfMust(must, false)).toBeUndefined();
  expect(kindOfMust({ ...must, level: 'SHOULD', seen }, true)).toBeUndefined();
});
