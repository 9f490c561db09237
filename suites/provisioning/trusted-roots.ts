import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';

/**
 * MS-MDE2 2.2.9.4 describes RootCATrustedCertificates, and Microsoft lists it among what an enrollment may configure. Field evidence
 * says otherwise: one Windows 11 (26200) refused it at the top level of the document.
 */
export const trustedRoots = defineCheck({
  id: 'provisioning/trusted-roots',
  title: 'The document has no RootCATrustedCertificates at its top level',
  level: 'SHOULD',
  basis: 'windows',
  requirements: ['PROV-45'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the device refuses the document: event 56 names the characteristic, with 0x83750005',
    evidence: {
      by: 'seen',
      source: 'Windows 11 26200, deploymenttheory/go-microsoft-dm, docs/research/windows-enrollment-investigation.md',
    },
  },
  remedy: 'Deliver the root under CertificateStore/Root/System, and further roots in the first management session.',
  needs: { each: 'issue' },

  *judge({ provisioning: { tree } }) {
    for (const node of tree.all('/wap-provisioningdoc/characteristic[@type="RootCATrustedCertificates"]')) {
      yield { message: 'The document has RootCATrustedCertificates at its top level', at: node };
    }
  },

  counterexamples: [
    {
      name: 'a root beside the store',
      ...provisioning.append(
        '/wap-provisioningdoc',
        '<characteristic type="RootCATrustedCertificates"><characteristic type="Root"/></characteristic>',
      ),
    },
  ],
});
