import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { allCommands } from './shared/commands.ts';

export const managementLocalAddresses = defineCheck({
  id: 'management/local-addresses',
  title: 'No address of a node begins with a slash',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['SYN-11'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device finds the node' },
  remedy: 'Begin addresses with ./Device, ./User or ./Vendor, without a slash before.',
  needs: { each: 'manage' },

  *judge({ managed }) {
    for (const { items } of allCommands(managed.commands)) {
      for (const { node, target } of items) {
        if (target?.startsWith('/')) yield { message: `LocURI is "${target}"`, at: node, actual: target };
      }
    }
  },

  counterexamples: [{ name: 'a slash before it', ...behaves({ sends: 'slash-address' }) }],
});
