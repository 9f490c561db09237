import { answerSeen } from '../../harness/engine/rule/answer-seen.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';

/**
 * MS-MDE2 lists one transform, and says nothing of the canonical form of what it leaves; XML Signature does. No recording shows the bytes
 * that Windows hashes, so that a server with the other reading is advised, and not failed.
 */
export const signatureReading = defineCheck({
  id: 'authentication/signature-reading',
  title: 'A message is granted whose digest is that of its inclusive canonical form',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['POL-43'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'no recording shows which canonical form Windows hashes' },
  remedy:
    'After the transform enveloped-signature, hash the message in the inclusive canonical form 1.0, as XML Signature 4.4.3.2 says; accept a second transform besides if you like.',
  needs: { each: 'get-policies', where: { family: 'signature-reading' } },

  *judge(evidence) {
    yield* answerSeen(evidence);
  },

  counterexamples: [{ name: 'a server that wants the exclusive form', behaviour: { signatureReads: 'exclusive' } }],
});
