import { expect, test } from 'vitest';
import { answer, reissue } from '../../harness/engine/rule/departures.ts';
import { judgeOn, testCheck } from '../../harness/testing/check-tester.ts';
import { certificateRequestRefusals } from '../enrollment/scenarios/certificate-request-refusals.ts';
import { authorityKey } from './authority-key.ts';

const held = /^The certificate holds the key of ".*Reference Device CA.*" under CA$/;

testCheck(authorityKey, {
  fails: [held],
  passes: { 'a certificate for a key that nobody asked for': reissue({ otherKey: true }) },
});

test('a server that has no key to certify, and takes its own, is seen where it should have refused', async () => {
  const accepts = { ...answer('issue fault', { as: 'control' }), deviation: 'csr-missing' };
  const { outcome, findings } = await judgeOn(authorityKey, accepts, [certificateRequestRefusals]);
  expect(outcome).toBe('failed');
  expect(findings[0]?.message).toMatch(held);
});
