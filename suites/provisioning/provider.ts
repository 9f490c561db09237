import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { providers } from './shared/providers.ts';

/** What the device keeps about its server besides the account: names, and when to ask for work. */
export const provider = defineCheck({
  id: 'provisioning/provider',
  title: 'The document holds a characteristic for the server below DMClient/Provider',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-13'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'the device has no schedule for asking the server' },
  remedy: 'Send DMClient/Provider with a characteristic that is named as PROVIDER-ID.',
  needs: { each: 'issue' },

  *judge({ provisioning: { tree } }) {
    if (providers(tree).length > 0) return;
    const place = tree.find('/*/characteristic[@type="DMClient"]/characteristic[@type="Provider"]');
    const client = tree.find('/*/characteristic[@type="DMClient"]');
    if (place) yield { message: 'DMClient/Provider is empty', at: place };
    else if (client) yield { message: 'DMClient has no Provider', at: client };
    else yield { message: 'The document has no DMClient', at: tree.root };
  },

  counterexamples: [
    { name: 'a document without DMClient', ...provisioning.remove('//characteristic[@type="DMClient"]') },
    { name: 'a DMClient without provider', ...provisioning.remove('//characteristic[@type="Provider"]') },
    { name: 'an empty provider', ...provisioning.remove('//characteristic[@type="Provider"]/characteristic') },
  ],
});
