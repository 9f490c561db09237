import type { Dossier } from '../evidence/dossier.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { isCredentialRefused } from '../selection/lockout.ts';
import { isExceptional } from '../selection/answer-filter.ts';
import { isRefusedForNow } from '../selection/server-states.ts';
import { formatHresult } from '../../protocol/faults/hresult.ts';
import { deviceCode } from '../rule/device-code.ts';

/** Why a server refuses valid requests, by ErrorType, and what the user of this tool can do. */
const causes: Readonly<Record<string, string>> = {
  DeviceCapReached:
    'the user may not enroll more devices; raise the limit of the test user, or remove the devices of earlier runs (named mde-conformance-*)',
  UserLicense: 'the user has no license; give the test user one',
  InMaintenance: 'the server was in maintenance; run again afterwards',
};

/**
 * Why the server refused valid requests of a run although it may be correct, and what to do, as a clause for people; undefined if it
 * refused none.
 */
export function obstacleIn({ evidence, session, thirdParty }: Dossier): string | undefined {
  if (thirdParty) return undefined;
  const valid = evidence.filter((item) => item.facts.deviations.length === 0 && isRefusedForNow(item, evidence));
  const ordinary = valid.filter((item) => !isExceptional(item));
  const refused = ordinary.length > 0 ? ordinary : valid;
  const [first] = refused;
  if (!first) return undefined;
  const count = refused.length === 1 ? '' : ` (the first of ${refused.length} such exchanges)`;
  const shown = deviceCode(first);
  const code = shown ? `; a device shows ${formatHresult(shown.hresult)}` : '';
  return `exchange ${first.exchange.index}${count} got ${first.trouble}${code}: ${causeOf(first, session.meta?.rate)}`;
}

function causeOf(item: Evidence, rate: number | undefined): string {
  if (item.response.status === 429) {
    const how = rate === undefined ? 'run with --rate, which keeps to it' : `run with a --rate below ${rate}`;
    return `the server limits the rate of requests; lift the limit for this machine, or ${how}`;
  }
  if (isCredentialRefused(item)) {
    return 'the server refuses credentials that it accepted before, so the user may be locked out; unlock the test user, and raise the lockout limit';
  }
  const errorType = item.state === 'fault' ? item.fault.errorType : undefined;
  return causes[errorType ?? ''] ?? 'the server was not available for a while; run again later';
}
