import { answerFinding } from '../../harness/engine/rule/answer-finding.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { answer, set } from '../../harness/engine/rule/departures.ts';

/** The default of Windows, which no policy needs to ask for. */
const usualBits = 2048;

/**
 * A device makes its key as long as the policy says. A server that cannot read such a key contradicts its own policy.
 */
export const longKey = defineCheck({
  id: 'enrollment/long-key',
  title: 'A key of 3072 or 4096 bits enrolls where the policy asks for it',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['ENR-26'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'a device that heeds the policy makes a key that the server refuses',
    evidence: {
      by: 'specified',
      source: 'Learn: Federated authentication device enrollment 2024: Windows heeds minimalKeyLength',
    },
  },
  remedy: 'Accept RSA keys of the length that minimalKeyLength asks for, or ask for less.',
  needs: { across: 'issue', atLeast: 1, filter: 'attempt' },
  applies: {
    when: 'the policy makes the device use a key of more than 2048 bits',
    test: (attempts) => attempts.some(hasLongKey),
  },

  *judge(attempts) {
    const asked = attempts.filter(hasLongKey);
    if (asked.some(({ state }) => state === 'success')) return;
    for (const attempt of asked.filter(isRefusedRequest)) yield* answerFinding(attempt);
  },

  counterexamples: [
    {
      name: 'an issuer that knows shorter keys only',
      ...set('get-policies', '//x:minimalKeyLength', '3072'),
      and: [answer('issue', { as: 'fault', subcode: 'CertificateRequest' })],
    },
  ],
});

function hasLongKey({ facts }: Evidence): boolean {
  return (facts.certificateRequest?.publicKey.bits ?? 0) > usualBits;
}

function isRefusedRequest(attempt: Evidence): boolean {
  return attempt.state === 'fault' && attempt.fault.subcode === 'CertificateRequest';
}
