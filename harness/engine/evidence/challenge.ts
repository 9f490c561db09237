import { headerCode } from '../../protocol/syncml/header-code.ts';
import type { Evidence } from './evidence.ts';

/** Whether the server asks the device of a session to prove itself, and does nothing else (MS-MDM 1.3.1). */
export function isChallenge(evidence: Pick<Evidence, 'kind' | 'state' | 'managed'>): boolean {
  const isMessage = evidence.kind === 'manage' && evidence.state === 'page';
  return isMessage && /^40[17]$/.test(headerCode(evidence.managed) ?? '');
}
