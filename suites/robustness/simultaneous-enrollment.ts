import { answerFinding } from '../../harness/engine/rule/answer-finding.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import { sameBytes } from '../../harness/engine/evidence/bytes.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { otherKeyImpact } from '../certificates/shared/certified-key.ts';

/** What a handler keeps outside of its request is seen only when two requests are under way together. */
export const simultaneousEnrollment = defineCheck({
  id: 'robustness/simultaneous-enrollment',
  title: 'Two devices that ask for certificates at the same moment get one each',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['ROB-06', 'ROB-07'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'devices that enroll at the same time fail by chance',
    evidence: witnesses.steps,
  },
  remedy: 'Look for what the handlers of two requests share: a lock, a transaction, a variable of the process.',
  needs: { each: 'issue', where: { family: 'simultaneous-enrollment', isSimultaneous: true } },

  *judge(evidence) {
    yield* answerFinding(evidence);
    if (evidence.state === 'success' && !isOwn(evidence)) {
      const { node } = evidence.provisioning.client;
      yield { message: 'The certificate is for the key of another request', at: node, impact: otherKeyImpact };
    }
  },

  counterexamples: [
    { name: 'a lock that is taken', ...behaves({ whileBusy: 'refuses' }) },
    { name: 'one answer for both', ...behaves({ whileBusy: 'repeats' }) },
  ],
});

function isOwn({ facts, provisioning }: Evidence): boolean {
  const asked = facts.certificateRequest?.publicKey.spki;
  return asked !== undefined && sameBytes(asked, provisioning.client.certificate.publicKey.spki);
}
