import { expect, test } from 'vitest';
import { noteOf } from '../../harness/app/assess.ts';
import { openDossier } from '../../harness/engine/evidence/dossier.ts';
import { judge } from '../../harness/engine/verdict/judge.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { referenceSession } from '../../harness/testing/reference-run.ts';
import { varyBody, varying } from '../../harness/testing/varied-run.ts';
import { modernEnrollment } from '../enrollment/scenarios/modern-enrollment.ts';
import { windowsEnrollment } from '../enrollment/scenarios/windows-enrollment.ts';
import { attestationNonce } from './attestation-nonce.ts';
import { policyIdentity } from './policy-identity.ts';

testCheck(attestationNonce, {
  cleanIs: 'inapplicable',
  fails: [/^The nonce "bm9uY2U=" came before, in exchange \d+$/],
});

test('a nonce that is new in each answer passes, and changes no policy', async () => {
  let count = 0;
  const between = varying(
    varyBody((body, { kind }) => (kind === 'get-policies' ? Buffer.from(attested(body, ++count)) : body)),
  );
  const scenarios = [windowsEnrollment, modernEnrollment, windowsEnrollment];
  using dossier = openDossier(await referenceSession({ between, scenarios }));
  expect(judge(attestationNonce, dossier, noteOf)).toMatchObject({ outcome: 'passed' });
  expect(judge(policyIdentity, dossier, noteOf)).toMatchObject({ outcome: 'passed' });
});

function attested(body: Uint8Array, count: number): string {
  const block = `<attestation><azureAttestation><nonce>nonce-${count}</nonce></azureAttestation></attestation>`;
  return Buffer.from(body).toString().replace('</attributes>', `${block}</attributes>`);
}
