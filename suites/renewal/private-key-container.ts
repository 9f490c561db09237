import { defineCheck } from '../../harness/engine/rule/check.ts';
import { renewedProvisioning } from '../../harness/engine/rule/departures.ts';

/** Published renewals have it inside the certificate; beside it, as in an enrollment, it does as well. */
export const renewedPrivateKeyContainer = defineCheck({
  id: 'renewal/private-key-container',
  title: 'A PrivateKeyContainer stands inside the renewed certificate, or beside it',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['PROV-08'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device takes a renewed certificate without it; no recording shows one' },
  remedy: 'Add an empty characteristic PrivateKeyContainer to that of the client certificate.',
  needs: { each: 'renew' },

  *judge({ provisioning: { client } }) {
    const { node } = client;
    const path = 'characteristic[@type="PrivateKeyContainer"]';
    if (!node.find(path) && !node.parent?.find(path)) {
      yield { message: 'The renewed certificate has no PrivateKeyContainer', at: node };
    }
  },

  counterexamples: [
    { name: 'no PrivateKeyContainer', ...renewedProvisioning.remove('//characteristic[@type="PrivateKeyContainer"]') },
  ],
});
