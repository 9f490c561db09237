import { expect, test } from 'vitest';
import type { Cause } from './cause.ts';
import { explainedRefusals } from './explained-refusals.ts';
import type { Refusal } from '../explanation/refusal.ts';

const refusal: Refusal = {
  exchange: 3,
  exchanges: [3],
  kind: 'issue',
  service: 'The enrollment service',
  request: 'RequestSecurityToken',
  url: 'https://mdm.example/Enroll',
  came: 'HTTP 500 with a fault (Authentication)',
  notes: [],
  actor: 'user',
  remedy: 'Check the password.',
};
const cause: Cause = {
  id: 'enrollment/answer',
  headline: 'A valid request gets its answer',
  damage: 'every-device',
  level: 'MUST',
  checks: ['enrollment/answer'],
  musts: 1,
  blocked: 0,
  blockedMusts: 0,
  seen: 'a fault',
  exchange: 3,
  impact: { kind: 'unknown', says: 'whether it ends' },
  remedy: 'Answer it.',
  refusal: 3,
};

test('a defect that several checks show is why a request was refused, and the server has to act', () => {
  const folded = { ...cause, id: 'refused-credential', headline: 'One service refuses what the other accepts' };
  expect(explainedRefusals([refusal], [folded])).toEqual([
    { ...refusal, why: 'One service refuses what the other accepts', actor: 'server', remedy: 'Answer it.' },
  ]);
});

test('an answer check that failed because of it explains nothing', () => {
  expect(explainedRefusals([refusal], [cause])).toEqual([refusal]);
});

test('a cause of another refusal explains nothing', () => {
  expect(explainedRefusals([refusal], [{ ...cause, id: 'refused-credential', refusal: 9 }])).toEqual([refusal]);
});
