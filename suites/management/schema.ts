import { defineCheck } from '../../harness/engine/rule/check.ts';
import { append, remove, rename, swap } from '../../harness/engine/rule/departures.ts';
import { validate } from '../../harness/protocol/xml/schema.ts';

/** What other checks say more exactly is left to them: versions, ids and references. */
export const managementSchema = defineCheck({
  id: 'management/schema',
  title: 'The message has the elements of SyncML in their order',
  level: 'MUST',
  basis: 'specification',
  requirements: ['SYN-03', 'SYN-10', 'SYN-32'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'which commands of the message a device does' },
  remedy: 'Write the elements that MS-MDM 2.2 gives, in their order.',
  needs: { each: 'manage' },

  *judge({ answer, at }) {
    for (const { message, path } of validate(answer, 'syncml')) yield { message, at: at('body', path) };
  },

  counterexamples: [
    { name: 'MsgID before SessionID', ...swap('manage', '//sync:SessionID') },
    { name: 'no Target', ...remove('manage', '/*/sync:SyncHdr/sync:Target') },
    { name: 'a command that devices do not know', ...rename('manage', '//sync:Get', 'Fetch') },
    { name: 'a command without items', ...remove('manage', '//sync:Get/sync:Item') },
    { name: 'an element of its own', ...append('manage', '/*/sync:SyncHdr', '<Priority>1</Priority>') },
  ],
});
