import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import type { ReadCommand } from '../../harness/protocol/syncml/read-message.ts';
import { allCommands, nodeOf } from './shared/commands.ts';

/** The content model of MS-MDM 2.2.7.3 allows what a device does not do. */
export const managementAtomic = defineCheck({
  id: 'management/atomic',
  title: 'An Atomic holds no Get, no other Atomic, and no Add with a Replace of the same node behind it',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['SYN-10', 'SYN-35'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the device does none of its commands: Status 507, and 500 for the one inside of it',
    evidence: { by: 'specified', source: 'Learn: OMA DM protocol support' },
  },
  remedy: 'Send such commands outside of the Atomic, or in one of their own.',
  needs: { each: 'manage' },

  *judge({ managed }) {
    for (const atomic of allCommands(managed.commands).filter(({ name }) => name === 'Atomic')) {
      for (const { name, node } of atomic.commands) {
        if (name === 'Get' || name === 'Atomic') yield { message: `An Atomic holds ${name}`, at: node };
      }
      for (const { node, target } of replacedAfterAdd(atomic.commands)) {
        yield { message: `An Atomic adds and replaces ${target ?? ''}`, at: node };
      }
    }
  },

  counterexamples: [
    { name: 'a Get in it', ...behaves({ sends: 'get-in-atomic' }) },
    { name: 'an Atomic in it', ...behaves({ sends: 'atomic-in-atomic' }) },
    { name: 'a node that is added and replaced', ...behaves({ sends: 'replace-after-add' }) },
  ],
});

function replacedAfterAdd(commands: readonly ReadCommand[]): readonly ReadCommand['items'][number][] {
  const added = new Set<string>();
  return commands.flatMap(({ name, items }) => {
    const again = name === 'Replace' ? items.filter((item) => added.has(nodeOf(item))) : [];
    if (name === 'Add') for (const item of items) added.add(nodeOf(item));
    return again;
  });
}
