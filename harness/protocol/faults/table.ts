import { connectionCodes } from './connection-codes.ts';
import { deviceCodes } from './device-codes.ts';
import { errorTypes } from './error-types.ts';
import type { FaultEntry } from './fault-entry.ts';
import { provisioningCodes } from './provisioning-codes.ts';
import { subcodes } from './subcodes.ts';

/** Every MENROLL_E_ code: the seven subcodes, the eight values of ErrorType, then the device's own by number. `codes/table.ts` has all others too. */
export const faults: readonly FaultEntry[] = [
  ...subcodes,
  ...errorTypes,
  ...[...connectionCodes, ...deviceCodes, ...provisioningCodes].sort((one, other) => one.hresult - other.hresult),
];
