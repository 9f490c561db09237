import type { Seen } from '../../../harness/engine/rule/check.ts';

/**
 * What a device makes of an address that is no absolute https URL, as part of a finding. Empty for plain http, of which the check itself
 * says who can listen.
 */
export function addressImpact(address: string): Pick<Seen, 'impact'> {
  if (/^\s*http:/i.test(address)) return {};
  return { impact: { kind: 'unknown', says: 'whether the device finds a server by this address' } };
}
