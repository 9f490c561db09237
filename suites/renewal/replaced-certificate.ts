import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { renewalFinding } from './shared/renewal-finding.ts';

/** If the answer to a renewal is lost, the device asks again with its old certificate. */
export const replacedCertificate = defineCheck({
  id: 'renewal/replaced-certificate',
  title: 'A certificate is renewed again when the answer to its renewal was lost',
  level: 'SHOULD',
  basis: 'windows',
  requirements: ['REN-10'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'a device that lost one answer cannot renew any more, and its enrollment ends when its certificate expires',
    evidence: { by: 'specified', source: 'Learn: CertificateStore CSP: the device tries again after RetryInterval' },
  },
  remedy: 'Keep the old certificate valid until the device has shown the new one.',
  needs: { each: 'renew', where: { family: 'replaced-certificate' } },

  *judge(evidence) {
    yield* renewalFinding(evidence);
  },

  counterexamples: [{ name: 'a server that revokes what it renews', ...behaves({ revokesRenewed: true }) }],
});
