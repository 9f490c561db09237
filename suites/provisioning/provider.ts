import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { providers } from './shared/providers.ts';

const client = '/wap-provisioningdoc/characteristic[@type="DMClient"]';

/**
 * What the device keeps about its server besides the account. MS-MDE2 2.2.9.3 makes DMClient, the provider and its schedule
 * optional, and gives them defaults; a DMClient that names no server sets nothing.
 */
export const provider = defineCheck({
  id: 'provisioning/provider',
  title: 'A DMClient holds a characteristic for the server below Provider',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['PROV-34'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether any of it is set; a device without a schedule polls by its defaults' },
  remedy: 'Send DMClient/Provider with a characteristic that is named as PROVIDER-ID, or leave DMClient out.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document has a DMClient',
    test: ({ provisioning: { tree } }) => tree.find(client) !== undefined,
  },

  *judge({ provisioning: { tree } }) {
    if (providers(tree).length > 0) return;
    const place = tree.find(`${client}/characteristic[@type="Provider"]`);
    if (place) yield { message: 'DMClient/Provider is empty', at: place };
    else yield { message: 'DMClient has no Provider', at: tree.find(client) ?? tree.root };
  },

  counterexamples: [
    { name: 'a DMClient without provider', ...provisioning.remove('//characteristic[@type="Provider"]') },
    { name: 'an empty provider', ...provisioning.remove('//characteristic[@type="Provider"]/characteristic') },
  ],
});
