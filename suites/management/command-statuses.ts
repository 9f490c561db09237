import { defineCheck } from '../../harness/engine/rule/check.ts';
import { remove, swap } from '../../harness/engine/rule/departures.ts';

/** The example of MS-MDM leaves some out, so that no server is called nonconformant for it. What a Status names, `status-commands` says. */
export const managementCommandStatuses = defineCheck({
  id: 'management/command-statuses',
  title: 'Each command of the device gets a Status, in the order of the commands',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['SYN-07'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device sends again what got no Status' },
  remedy: 'Answer each Alert and Replace by a Status with its CmdRef and its name, in their order.',
  needs: { each: 'manage' },

  *judge({ managed, managing, at }) {
    const due = managing.commands.filter(({ name }) => name !== 'Status' && name !== 'Results');
    const given = managed.commands.filter(({ name, commandRef }) => name === 'Status' && commandRef !== '0');
    for (const { id, name } of due) {
      if (given.some(({ commandRef }) => commandRef === id)) continue;
      yield { message: `${name} ${id ?? ''} of the device got no Status`, at: at('body', managed.header?.path) };
    }
    const order = given.map(({ commandRef }) => due.findIndex(({ id }) => id === commandRef)).filter((at) => at !== -1);
    if (order.some((place, index) => place < (order[index - 1] ?? 0))) {
      yield { message: 'The Status elements are not in the order of the commands', at: at('body') };
    }
  },

  counterexamples: [
    { name: 'no Status for Replace', ...remove('manage', '//sync:Status[sync:Cmd="Replace"]') },
    { name: 'another order', ...swap('manage', '//sync:Status[sync:Cmd="Alert"][2]') },
  ],
});
