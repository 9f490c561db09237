import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import type { ReadCommand, ReadItem, ReadSyncMessage } from '../../../harness/protocol/syncml/read-message.ts';

/** Status and Results answer; everything else asks. */
const answers: readonly string[] = ['Status', 'Results'];

/** What the sender of a message wants to have done, without what it answers. */
export function commandsIn({ commands }: Pick<ReadSyncMessage, 'commands'>): readonly ReadCommand[] {
  return commands.filter(({ name }) => !answers.includes(name));
}

/** The commands, and those inside of groups. */
export function allCommands(commands: readonly ReadCommand[]): readonly ReadCommand[] {
  return commands.flatMap((command) => [command, ...allCommands(command.commands)]);
}

/** An address without `./Device`, a slash at its end and a query, in lower case: nodes have one name whatever its letter case. */
export function nodeOf({ target = '' }: Pick<ReadItem, 'target'>): string {
  return target
    .replace(/\?.*$/s, '')
    .replace(/\/+$/, '')
    .replace(/^\.\/Device(?=\/)/i, '.')
    .toLowerCase();
}

/** Whether both sides sent a message of SyncML. */
export function isMessage({ state }: Pick<Evidence, 'state'>): boolean {
  return state === 'success' || state === 'page';
}
