import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import { isUnreadRequest } from '../../../harness/engine/evidence/unread-request.ts';

/** The sessions in which these exchanges stand, in their order; a session begins anew with MsgID 1. */
export function sessionsOf(exchanges: readonly Evidence[]): readonly (readonly Evidence[])[] {
  const sessions: Evidence[][] = [];
  const latest = new Map<string, Evidence[]>();
  for (const item of exchanges.filter((one) => !isUnreadRequest(one))) {
    const { managing, exchange } = item;
    const { label } = exchange;
    const device = label ? `${label.scenario} ${label.flow} ${label.way ?? ''}` : (managing.source ?? '');
    const key = `${device} ${managing.sessionId ?? ''}`;
    const known = managing.messageId === '1' ? undefined : latest.get(key);
    const session = known ?? [];
    if (!known) {
      sessions.push(session);
      latest.set(key, session);
    }
    session.push(item);
  }
  return sessions;
}
