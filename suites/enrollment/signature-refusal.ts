import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer } from '../../harness/engine/rule/departures.ts';
import { refusalFinding } from '../../harness/engine/rule/refusal-finding.ts';

const deviation = 'csr-signature';

/** A refusal for another reason may mean that the server did not check the signature. */
export const signatureRefusal = defineCheck({
  id: 'enrollment/signature-refusal',
  title: 'A certificate request with a wrong signature is refused with subcode CertificateRequest',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['FLT-10'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows sends no such request; whoever does so is not told what is wrong with it' },
  remedy:
    'Answer a certificate request whose signature is wrong with a SOAP fault whose subcode is CertificateRequest.',
  needs: { each: 'issue', where: { deviation } },
  applies: { when: 'the server refuses the request with a SOAP fault', test: ({ state }) => state === 'fault' },

  *judge(evidence) {
    yield* refusalFinding(evidence, 'CertificateRequest');
  },

  counterexamples: [
    {
      name: 'a refusal for another reason',
      deviation,
      ...answer('issue fault', { as: 'fault', subcode: 'MessageFormat' }),
    },
  ],
});
