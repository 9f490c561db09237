import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { allCommands, nodeOf } from './shared/commands.ts';

export const managementCommandOrder = defineCheck({
  id: 'management/command-order',
  title: 'A node is added before it is executed',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['SYN-33'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the device answers the Exec with 404, and what it was to start never runs',
    evidence: { by: 'reported', source: 'fleetdm/fleet issue 47683' },
  },
  remedy: 'Send Add before the Exec that needs it.',
  needs: { each: 'manage' },

  *judge({ managed }) {
    const commands = allCommands(managed.commands);
    for (const [index, { name, items }] of commands.entries()) {
      if (name !== 'Exec') continue;
      for (const item of items) {
        const isAddedLater = commands
          .slice(index)
          .some((later) => later.name === 'Add' && later.items.some((added) => nodeOf(added) === nodeOf(item)));
        if (isAddedLater) yield { message: `Exec of ${item.target ?? ''} stands before its Add`, at: item.node };
      }
    }
  },

  counterexamples: [{ name: 'an Exec before its Add', ...behaves({ sends: 'exec-before-add' }) }],
});
