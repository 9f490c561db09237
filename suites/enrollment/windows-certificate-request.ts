import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { isSingledOut, refusedRequests } from './shared/refused-requests.ts';

/**
 * Windows writes an exclamation mark and a NUL into a PrintableString, an extension that is not DER, and a signature
 * algorithm from before PKCS #1. The ASN.1 readers of several languages refuse each of these.
 */
export const windowsCertificateRequest = defineCheck({
  id: 'enrollment/windows-certificate-request',
  title: 'A certificate request as Windows writes it, against ASN.1 and signed with SHA-1, enrolls',
  level: 'MUST',
  basis: 'windows',
  requirements: ['ENR-24', 'ENR-25'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'no Windows device gets a certificate, though test clients do',
    evidence: { by: 'reported', source: 'fleetdm/fleet issue 12260: the server cannot read the request' },
  },
  seen: 'fleetdm/fleet issue 12260: the server cannot read the request and the enrollment ends',
  remedy: 'Read the certificate request with a parser that accepts what Windows writes.',
  needs: { across: 'issue', atLeast: 1, filter: 'attempt' },
  applies: {
    when: 'a device sent such a request, and at least one device enrolled',
    test: (attempts) => isSingledOut(attempts, attempts.filter(isFromWindows)),
  },

  *judge(attempts) {
    yield* refusedRequests(attempts.filter(isFromWindows));
  },

  counterexamples: [{ name: 'a strict reader of ASN.1', ...behaves({ refusesWindowsCsr: true }) }],
});

function isFromWindows({ facts }: Evidence): boolean {
  return facts.certificateRequest?.shape === 'windows';
}
