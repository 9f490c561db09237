import type { Evidence } from './evidence.ts';
import { isUnreadRequest } from './unread-request.ts';

/** Whether a device told its server that it leaves, and the server took the message (Learn, Disconnecting from the management server). */
export function leaves(evidence: Pick<Evidence, 'kind' | 'state' | 'facts' | 'managing'>): boolean {
  if (evidence.kind !== 'manage' || evidence.state !== 'success') return false;
  // A server may have taken what is no message.
  if (isUnreadRequest(evidence)) return false;
  return evidence.managing.commands.some(({ name, data }) => name === 'Alert' && data === '1226');
}
