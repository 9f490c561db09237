import type { Dossier } from '../evidence/dossier.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { isCredentialRefused } from '../selection/lockout.ts';
import { isRefusedForNow } from '../selection/server-states.ts';
import { shownBy } from '../rule/shown-by.ts';

/** What the server refused valid requests for, by ErrorType, and what its owner can do about it. */
const causes: Readonly<Record<string, string>> = {
  DeviceCapReached:
    'the user may enroll no more devices; raise the limit of the test user, or remove the devices of earlier runs, named mde-conformance-*',
  UserLicense: 'the user has no license; give the test user one',
  InMaintenance: 'the server was in maintenance; run again when it is over',
};

/**
 * What kept a run from the answers to its valid requests though the server need not be wrong, as a clause for people that says what to
 * do; undefined where nothing did.
 */
export function obstacleIn({ evidence, thirdParty }: Dossier): string | undefined {
  if (thirdParty) return undefined;
  const refused = evidence.filter((item) => item.facts.deviations.length === 0 && isRefusedForNow(item, evidence));
  const [first] = refused;
  if (!first) return undefined;
  const count = refused.length === 1 ? '' : `, the first of ${refused.length} such answers`;
  return `exchange ${first.exchange.index}${count}, brought ${first.trouble}${shownBy(first)}: ${causeOf(first)}`;
}

function causeOf(item: Evidence): string {
  if (item.response.status === 429) {
    return 'the server limits how many requests it takes; lift the limit for the machine that tests';
  }
  if (isCredentialRefused(item)) {
    return 'credentials that were accepted before are refused, so that the user may be locked out; unlock the test user, and lock him out less soon';
  }
  const errorType = item.state === 'fault' ? item.fault.errorType : undefined;
  return causes[errorType ?? ''] ?? 'the server was not available for a while; run again when it is';
}
