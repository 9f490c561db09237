import type { Evidence } from '../evidence/evidence.ts';
import { isLockedOut } from './lockout.ts';

/** What refuses every request whatever is wrong with it, and the state in which it is the due refusal all the same. */
const generalRefusals: Readonly<Record<string, string>> = {
  DeviceCapReached: 'state-device-cap',
  UserLicense: 'state-license',
  InMaintenance: 'state-maintenance',
};
const outages: readonly string[] = ['state-maintenance', 'state-ca-down'];

/** Whether a service that is unavailable is what was brought about for a request with these deviations. */
export function isDueOutage(deviations: readonly string[]): boolean {
  return deviations.some((deviation) => outages.includes(deviation));
}

/**
 * Whether a refusal says nothing about what was wrong with the request: a cap, a licence, maintenance, throttling or an outage,
 * which was not brought about on purpose.
 */
export function isUnrelatedRefusal(item: Evidence): boolean {
  if (item.kind === 'host' || item.kind === 'throttled') return false;
  const { deviations } = item.facts;
  const status = item.exchange.answer.response?.status ?? 0;
  if (status === 429) return true;
  if (status === 503) return !isDueOutage(deviations);
  const cause = item.state === 'fault' ? generalRefusals[item.fault.errorType ?? ''] : undefined;
  return cause !== undefined && !deviations.includes(cause);
}

/**
 * Whether a valid request was refused for a state of the server that passes: a cap, a licence, maintenance, throttling or a lockout, and
 * an outage where the same kind of request was answered at another time.
 */
export function isRefusedForNow(item: Evidence, evidence: readonly Evidence[]): boolean {
  if (isLockedOut(item, evidence)) return true;
  if (!isUnrelatedRefusal(item)) return false;
  const isOutage = item.exchange.answer.response?.status === 503;
  return !isOutage || evidence.some(({ kind, state }) => kind === item.kind && state === 'success');
}
