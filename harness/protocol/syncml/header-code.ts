import type { ReadSyncMessage } from './read-message.ts';

/** The code of the Status for SyncHdr. */
export function headerCode({ commands }: Pick<ReadSyncMessage, 'commands'>): string | undefined {
  return commands.find(({ name, commandRef }) => name === 'Status' && commandRef === '0')?.data;
}
