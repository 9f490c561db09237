import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';

/** Without the CA bit, nobody accepts the certificates that it signed. */
export const intermediateAuthority = defineCheck({
  id: 'certificates/intermediate-authority',
  title: 'Each intermediate certificate is a CA certificate',
  level: 'MUST',
  basis: 'specification',
  requirements: ['X509-07'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the certificate of the device is refused wherever its path is validated',
    evidence: { by: 'specified', source: 'RFC 5280, section 6.1.4: an issuer has to be a CA' },
  },
  remedy: 'Issue the intermediate with basicConstraints cA true.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document delivers an intermediate',
    test: (evidence) => evidence.provisioning.certificates.some(({ store }) => store === 'CA'),
  },

  *judge(evidence) {
    for (const { store, node, certificate } of evidence.provisioning.certificates) {
      if (store === 'CA' && certificate.ca !== true) {
        yield { message: `The intermediate "${certificate.subject.toString()}" is no CA certificate`, at: node };
      }
    }
  },

  counterexamples: [{ name: 'an intermediate without the CA bit', ...behaves({ intermediate: { ca: false } }) }],
});
