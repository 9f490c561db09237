import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';

/** The sessions in which these exchanges stand, in their order; a session begins anew with MsgID 1. */
export function sessionsOf(exchanges: readonly Evidence[]): readonly (readonly Evidence[])[] {
  const sessions: Evidence[][] = [];
  const latest = new Map<string, Evidence[]>();
  for (const item of exchanges.filter(isReadable)) {
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

/** Whether the device sent a message of SyncML, and nothing wrong on purpose that no server can read. */
function isReadable({ facts }: Evidence): boolean {
  return !['malformed', 'doctype', 'manage-empty'].some((deviation) => facts.deviations.includes(deviation));
}
