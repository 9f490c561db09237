import { defineCheck } from '../../harness/engine/rule/check.ts';
import { reissue } from '../../harness/engine/rule/departures.ts';

/** The management client selects its certificate by this name. */
export const subject = defineCheck({
  id: 'certificates/subject',
  title: 'The issued certificate has a subject',
  level: 'SHOULD',
  basis: 'windows',
  requirements: ['X509-02'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether the device finds a certificate without a name for its management sessions',
  },
  remedy: 'Issue the certificate for the subject of the request, or for a name of the user or the device.',
  needs: { each: ['issue', 'renew'] },

  *judge({ provisioning }) {
    const { node, certificate } = provisioning.client;
    if (certificate.subject.rdns.length === 0) yield { message: 'The subject is empty', at: node };
  },

  counterexamples: [{ name: 'an empty subject', ...reissue({ subject: '' }) }],
});
