import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';

/**
 * Whether the server says that it no longer supports this version of Windows. MS-MDE2 2.2.10 has DeviceNotSupported for exactly
 * that, so a server that drops versions out of support answers as it should.
 */
export function isUnsupportedVersion(evidence: Evidence): boolean {
  return evidence.state === 'fault' && evidence.fault.errorType === 'DeviceNotSupported';
}
