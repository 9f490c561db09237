import { defineCheck } from '../../harness/engine/rule/check.ts';
import { remove, set } from '../../harness/engine/rule/departures.ts';
import { allCommands } from './shared/commands.ts';

/** It is any text, such as a UUID (fleet #16591). */
export const managementCommandId = defineCheck({
  id: 'management/command-id',
  title: 'Each command has a CmdID that no other command of its message has, and that is not 0',
  level: 'MUST',
  basis: 'specification',
  requirements: ['SYN-08'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'to which command a device gives its Status' },
  remedy: 'Give each command, also inside Atomic and Sequence, a CmdID of its own.',
  needs: { each: 'manage' },

  *judge({ managed }) {
    const seen = new Set<string>();
    for (const { node, name, id } of allCommands(managed.commands)) {
      if (id === undefined || id === '') yield { message: `${name} has no CmdID`, at: node };
      else if (id === '0') yield { message: `CmdID of ${name} is 0`, at: node };
      else if (seen.has(id)) yield { message: `CmdID ${id} of ${name} is used twice`, at: node };
      seen.add(id ?? '');
    }
  },

  counterexamples: [
    { name: 'no CmdID', ...remove('manage', '//sync:Get/sync:CmdID') },
    { name: 'CmdID 0', ...set('manage', '//sync:Get/sync:CmdID', '0') },
    { name: 'the same CmdID twice', ...set('manage', '//sync:Get/sync:CmdID', '1') },
  ],
});
