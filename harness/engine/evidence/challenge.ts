import type { ReadSyncMessage } from '../../protocol/syncml/read-message.ts';
import type { Evidence } from './evidence.ts';

/** The code of the Status for SyncHdr. */
export function headerCode({ commands }: Pick<ReadSyncMessage, 'commands'>): string | undefined {
  return commands.find(({ name, commandRef }) => name === 'Status' && commandRef === '0')?.data;
}

/** Whether the server asks the device of a session to prove itself, and does nothing else (MS-MDM 1.3.1). */
export function isChallenge(evidence: Pick<Evidence, 'kind' | 'state' | 'managed'>): boolean {
  const isMessage = evidence.kind === 'manage' && evidence.state === 'page';
  return isMessage && /^40[17]$/.test(headerCode(evidence.managed) ?? '');
}
