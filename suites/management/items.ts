import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { allCommands } from './shared/commands.ts';

export const managementItems = defineCheck({
  id: 'management/items',
  title:
    'Each command has the items that it needs: Exec one, Get and Delete a Target without Data, Add and Replace a Target',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['SYN-52'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what a device does with such a command' },
  remedy: 'Name the node in Target, send Data with Add and Replace alone, and one Item with Exec.',
  needs: { each: 'manage' },

  *judge({ managed }) {
    for (const { name, node, items } of allCommands(managed.commands)) {
      if (name === 'Exec' && items.length !== 1) yield { message: `Exec has ${items.length} Item elements`, at: node };
      if (!['Get', 'Delete', 'Add', 'Replace'].includes(name)) continue;
      for (const item of items) {
        if (item.target === undefined) yield { message: `An Item of ${name} has no Target`, at: item.node };
        const isAsked = name === 'Get' || name === 'Delete';
        if (isAsked && (item.data ?? '') !== '') yield { message: `An Item of ${name} has Data`, at: item.node };
      }
    }
  },

  counterexamples: [
    { name: 'an Exec of two nodes', ...behaves({ sends: 'exec-of-two' }) },
    { name: 'a Get with Data', ...behaves({ sends: 'get-with-data' }) },
    { name: 'an Add of nothing', ...behaves({ sends: 'add-without-target' }) },
  ],
});
