import type { Finding, Results } from '../../harness/engine/verdict/results.ts';
import type { Waiver } from '../../harness/engine/verdict/waiver.ts';
import { fingerprintOf, fingerprintVersion } from '../fingerprint.ts';

/** Whether a waiver of the check that saw something covers it, whatever its last day is. */
export function covers(waiver: Waiver, finding: Finding, results: Pick<Results, 'ways'>): boolean {
  const { check, auth, variant, fingerprints, fingerprintVersion: version } = waiver;
  if (variant !== undefined && finding.variant !== variant) return false;
  if (!isOnWay(auth, finding.exchange, results)) return false;
  if (fingerprints === undefined) return true;
  return version === fingerprintVersion && fingerprints.includes(fingerprintOf(check, finding));
}

/** Whether an exchange is of a way in; every one is of none in particular. */
export function isOnWay(auth: Waiver['auth'], exchange: number, { ways }: Pick<Results, 'ways'>): boolean {
  return auth === undefined || ways.some(({ way, exchanges }) => way === auth && exchanges.includes(exchange));
}
