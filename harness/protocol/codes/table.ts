import { faults } from '../faults/table.ts';
import type { FaultEntry } from '../faults/fault-entry.ts';
import { certificateCodes } from './certificates.ts';
import { comAndTpmCodes } from './com-and-tpm.ts';
import { cspCodes } from './csp.ts';
import { entraCodes } from './entra.ts';
import { httpStatuses } from './http-statuses.ts';
import { keyAndTlsCodes } from './keys-and-tls.ts';
import { messageAndCaCodes } from './messages-and-ca.ts';
import { registrationCodes } from './registration-8.ts';
import { win32Codes } from './win32.ts';
import { winhttpCodes } from './winhttp.ts';
import { brokerConnectionCodes } from './wrapped.ts';

/** Every code that has a row: what a server sends and a device shows in an enrollment first, then the other families. */
export const codes: readonly FaultEntry[] = [
  ...faults,
  ...registrationCodes,
  ...httpStatuses,
  ...winhttpCodes,
  ...win32Codes,
  ...comAndTpmCodes,
  ...keyAndTlsCodes,
  ...messageAndCaCodes,
  ...certificateCodes,
  ...entraCodes,
  ...brokerConnectionCodes,
  ...cspCodes,
];
