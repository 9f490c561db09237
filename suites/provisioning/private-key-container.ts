import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';

/** Tells the device that the key of this certificate is the one that it has just made. */
export const privateKeyContainer = defineCheck({
  id: 'provisioning/private-key-container',
  title: 'A PrivateKeyContainer stands beside the client certificate, or inside it',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['PROV-08'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device binds the certificate to the key that it made' },
  remedy: 'Add an empty characteristic PrivateKeyContainer next to that of the client certificate.',
  needs: { each: 'issue' },

  *judge({ provisioning: { client, tree } }) {
    const { node, location } = client;
    const path = '//characteristic[@type="My"]/characteristic/characteristic[@type="PrivateKeyContainer"]';
    const beside = tree.all(path).some(({ parent }) => parent?.attribute('type') === location);
    if (!beside && !node.find('characteristic[@type="PrivateKeyContainer"]')) {
      yield { message: 'The client certificate has no PrivateKeyContainer', at: node.parent ?? node };
    }
  },

  counterexamples: [
    { name: 'no PrivateKeyContainer', ...provisioning.remove('//characteristic[@type="PrivateKeyContainer"]') },
  ],
});
