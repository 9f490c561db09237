import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import type { ReadCommand } from '../../harness/protocol/syncml/read-message.ts';
import { allCommands } from './shared/commands.ts';

export const managementUserScope = defineCheck({
  id: 'management/user-scope',
  title: 'Nodes of a user are used while somebody is logged in, and not in one Atomic with nodes of the device',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['SYN-34'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the device cannot do the command (Status 500), and an Atomic around it fails (507)',
    evidence: { by: 'reported', source: 'fleetdm/fleet issues 50196 and 40713' },
  },
  remedy: 'Send commands for ./User when LoginStatus is user, and in an Atomic of their own.',
  needs: { each: 'manage' },

  *judge({ managed, managing }) {
    const login = allCommands(managing.commands).flatMap(({ items }) =>
      items.filter(({ type }) => type === 'com.microsoft/MDM/LoginStatus').map(({ data }) => data?.toLowerCase()),
    )[0];
    const commands = allCommands(managed.commands);
    if (login === 'none' || login === 'others') {
      for (const { node, target } of ofUser(commands)) {
        yield { message: `The command is for ${target ?? ''}, and LoginStatus is ${login}`, at: node };
      }
    }
    for (const { commands: inside } of commands.filter(({ name }) => name === 'Atomic')) {
      const [first] = ofUser(inside);
      const isMixed = allCommands(inside).some(({ items }) => items.some((item) => !isOfUser(item.target)));
      if (first && isMixed) yield { message: 'An Atomic holds nodes of the user and of the device', at: first.node };
    }
  },

  counterexamples: [
    { name: 'a command for a user who is not there', ...behaves({ sends: 'user-scope' }) },
    { name: 'both in one Atomic', ...behaves({ sends: 'both-scopes-in-atomic' }) },
  ],
});

function ofUser(commands: readonly ReadCommand[]): readonly ReadCommand['items'][number][] {
  return allCommands(commands).flatMap(({ items }) => items.filter(({ target }) => isOfUser(target)));
}

function isOfUser(target = ''): boolean {
  return /^\.?\/?User\//i.test(target);
}
