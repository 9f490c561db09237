import { defineCheck } from '../../harness/engine/rule/check.ts';
import { append, set } from '../../harness/engine/rule/departures.ts';
import { commandsIn } from './shared/commands.ts';

/** References name one item of several; the Status of a whole command has none. */
export const managementStatusReferences = defineCheck({
  id: 'management/status-references',
  title: 'A Status of a whole command names no item, and no Status answers a Status',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['SYN-51'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'to what a device counts the Status' },
  remedy: 'Write TargetRef and SourceRef only where the items of a command ended differently.',
  needs: { each: 'manage' },

  *judge({ managed, managing }) {
    const statuses = managed.commands.filter(({ name }) => name === 'Status');
    const asked = commandsIn(managing);
    for (const { node, commandRef, targetRefs } of statuses) {
      const items = asked.find(({ id }) => id === commandRef)?.items ?? [];
      const isWhole = statuses.filter((other) => other.commandRef === commandRef).length === 1 && items.length !== 1;
      if (targetRefs.length > 0 && isWhole) {
        yield { message: `The only Status of command ${commandRef ?? ''} has TargetRef`, at: node };
      }
      const isOfStatus = managing.commands.some(({ id, name }) => name === 'Status' && id === commandRef);
      if (isOfStatus) yield { message: `A Status answers the Status ${commandRef ?? ''} of the device`, at: node };
    }
  },

  counterexamples: [
    {
      name: 'a reference to an item that there is not',
      ...append(
        'manage',
        '//sync:Status[sync:Cmd="Alert"][1]',
        '<TargetRef xmlns="SYNCML:SYNCML1.2">./DevInfo</TargetRef>',
      ),
    },
    {
      name: 'a Status for a Status',
      ...set('manage', '//sync:Status[sync:Cmd="Replace"]/sync:CmdRef', '1'),
    },
  ],
});
