import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { isSingledOut, refusedRequests } from './shared/refused-requests.ts';

/** A device signs with SHA-256 as soon as a policy names it, and every other client than Windows does so anyway. */
export const sha256CertificateRequest = defineCheck({
  id: 'enrollment/sha256-certificate-request',
  title: 'A certificate request signed with SHA-256 enrolls',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['ENR-25'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'a device that heeds the policy signs with a hash that the server refuses',
    evidence: {
      by: 'specified',
      source: 'Learn: Federated authentication device enrollment 2024: Windows heeds hashAlgorithmOIDReference',
    },
  },
  remedy: 'Accept sha256WithRSAEncryption as the signature algorithm of the certificate request.',
  needs: { across: 'issue', atLeast: 1, filter: 'attempt' },
  applies: {
    when: 'a device sent such a request, and at least one device enrolled',
    test: (attempts) => isSingledOut(attempts, attempts.filter(isSignedWithSha256)),
  },

  *judge(attempts) {
    yield* refusedRequests(attempts.filter(isSignedWithSha256));
  },

  counterexamples: [{ name: 'an issuer that knows SHA-1 only', ...behaves({ refusesSha256Csr: true }) }],
});

function isSignedWithSha256({ facts }: Evidence): boolean {
  return facts.certificateRequest?.signature.hash === 'sha256';
}
