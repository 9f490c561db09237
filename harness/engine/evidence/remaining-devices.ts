import type { Evidence } from './evidence.ts';
import { leaves } from './leaving.ts';
import { isUnreadRequest } from './unread-request.ts';

/** The names of the devices that a run enrolled and that have not left again, in the order in which they enrolled. */
export function remainingDevices(evidence: readonly Evidence[]): readonly string[] {
  const names = new Map<string, string>();
  for (const item of evidence) {
    if (item.kind === 'issue' && item.state === 'success') {
      const id = contextItem(item, 'DeviceID');
      const name = contextItem(item, 'DeviceName') ?? id;
      if (id !== undefined && name !== undefined) names.set(id.toLowerCase(), name);
    } else if (leaves(item) && !item.facts.deviations.includes('manage-in-name')) {
      names.delete((item.managing.source ?? '').toLowerCase());
    }
  }
  return [...new Set(names.values())];
}

/** Undefined for a request that a server granted although nobody can read it. */
function contextItem(item: Evidence, name: string): string | undefined {
  return isUnreadRequest(item) ? undefined : item.request.text(`//ac:ContextItem[@Name="${name}"]/ac:Value`)?.trim();
}
