import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { isSelfSigned } from '../../harness/protocol/pki/read/chain-link.ts';

/** The whole device trusts only the certificates in this store. */
export const rootStore = defineCheck({
  id: 'provisioning/root-store',
  title: 'Root certificates stand under Root/System',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['PROV-06'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device comes to trust the root that its certificate chains to' },
  remedy: 'Put the root certificate under CertificateStore/Root/System.',
  needs: { each: 'issue' },

  *judge({ provisioning: document }) {
    for (const { store, location, node, certificate } of document.certificates) {
      const isRoot = store === 'Root' || (certificate.ca === true && isSelfSigned(certificate));
      if (isRoot && (store !== 'Root' || location !== 'System')) {
        yield {
          message: `A root certificate is under ${store}/${location}`,
          at: node,
          expected: 'Root/System',
          actual: `${store}/${location}`,
        };
      }
    }
  },

  counterexamples: [
    {
      name: 'a root under Root/User',
      ...provisioning.set('//characteristic[@type="Root"]/characteristic/@type', 'User'),
    },
    { name: 'a root under CA/System', ...provisioning.set('//characteristic[@type="Root"]/@type', 'CA') },
  ],
});
