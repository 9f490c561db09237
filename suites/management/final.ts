import { defineCheck } from '../../harness/engine/rule/check.ts';
import { remove } from '../../harness/engine/rule/departures.ts';
import { allCommands } from './shared/commands.ts';

export const managementFinal = defineCheck({
  id: 'management/final',
  title: 'The last message of a package says that it is the last',
  level: 'MUST',
  basis: 'specification',
  requirements: ['SYN-09', 'SYN-14'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device waits for the rest of the package' },
  remedy: 'Write Final at the end of the SyncBody, except while a large object is sent in pieces.',
  needs: { each: 'manage' },

  *judge({ managed, answer: { root } }) {
    const isInPieces = allCommands(managed.commands).some(({ items }) => items.some(({ hasMore }) => hasMore));
    if (managed.isFinal === isInPieces) {
      const message = isInPieces
        ? 'The message is final, though a value goes on in the next one'
        : 'SyncBody has no Final';
      yield { message, at: root, expected: isInPieces ? 'no Final' : 'Final' };
    }
  },

  counterexamples: [{ name: 'no Final', ...remove('manage', '//sync:Final') }],
});
