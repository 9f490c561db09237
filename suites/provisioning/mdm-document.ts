import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import { isMamDocument } from './shared/mam-document.ts';

/** Only a device that enrolls applications instead of itself can do without a certificate and credentials. */
export const mdmDocument = defineCheck({
  id: 'provisioning/mdm-document',
  title: 'A device that asks for a certificate gets more than the document of a MAM enrollment',
  level: 'MUST',
  basis: 'specification',
  requirements: ['ENR-03', 'PROV-32'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    hresult: '0x80180024',
    says: 'the device finds no certificate for the key that it made',
    evidence: witnesses.constants,
  },
  remedy: 'Send CertificateStore and both APPAUTH characteristics to every device that sends a certificate request.',
  needs: { each: 'issue' },
  applies: {
    when: 'the certificate request can be read',
    test: ({ facts }) => facts.certificateRequest !== undefined,
  },

  *judge({ provisioning }) {
    if (isMamDocument(provisioning)) {
      yield { message: 'The document has neither a CertificateStore nor an APPAUTH', at: provisioning.tree.root };
    }
  },

  counterexamples: [
    {
      name: 'the document of a MAM enrollment',
      ...provisioning.remove('//characteristic[@type="CertificateStore" or @type="APPAUTH"]'),
    },
  ],
});
