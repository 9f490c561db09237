import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';

/** What Windows configures during an enrollment; EnterpriseAppManagement is the subject of a check of its own. */
const allowed = [
  'CertificateStore',
  'RootCATrustedCertificates',
  'APPLICATION',
  'DMClient',
  'ClientCertificateInstall',
  'PassportForWork',
  'Policy',
  'EnterpriseModernAppManagement',
  'EnterpriseAppManagement',
];
const known = new Set(allowed.map((name) => name.toLowerCase()));

/**
 * Windows configures everything else in the management session, after the enrollment. The document that MS-MDE 3.6 publishes has a
 * Registry at the top level, so this is advice.
 */
export const configurationServiceProviders = defineCheck({
  id: 'provisioning/configuration-service-providers',
  title: 'The document configures only what can be configured during an enrollment',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['PROV-29'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether the device takes the setting during an enrollment, or undoes the enrollment',
  },
  remedy: 'Move other settings to the first management session.',
  needs: { each: 'issue' },

  *judge({ provisioning: { tree } }) {
    for (const type of tree.all('/wap-provisioningdoc/characteristic/@type')) {
      if (!known.has(type.text.toLowerCase())) {
        const expected = allowed.join(', ');
        yield { message: `The document configures "${type.text}"`, at: type, expected, actual: type.text };
      }
    }
  },

  counterexamples: [
    {
      name: 'a wireless network',
      ...provisioning.append('/wap-provisioningdoc', '<characteristic type="WiFi"/>'),
    },
  ],
});
