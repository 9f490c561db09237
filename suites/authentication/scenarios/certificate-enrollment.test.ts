import { expect, test } from 'vitest';
import { openDossier } from '../../../harness/engine/evidence/dossier.ts';
import { ownDefects } from '../../../harness/engine/verdict/own-defects.ts';
import { referenceSession } from '../../../harness/testing/reference-run.ts';
import { certificateEnrollment } from './certificate-enrollment.ts';

test('a device enrolls by a certificate, and its messages are sound', async () => {
  using dossier = openDossier(await referenceSession({ scenarios: [certificateEnrollment], auth: 'certificate' }));
  expect(dossier.evidence.map(({ kind, state, facts }) => [kind, state, facts.credential])).toEqual([
    ['discover', 'success', undefined],
    ['get-policies', 'success', 'certificate'],
    ['issue', 'success', 'certificate'],
  ]);
  expect(ownDefects(dossier)).toEqual([]);
});
