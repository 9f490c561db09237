import { errorTypes } from '../../protocol/faults/error-types.ts';
import { subcodes } from '../../protocol/faults/subcodes.ts';
import type { Fault } from './fault.ts';
import type { Subcode } from './refusal.ts';

/** A fault with one of the documented subcodes. */
export interface ParticularRefusal extends Fault {
  readonly subcode: Subcode;
}

/** Every name that `refusalNamed` accepts: the seven subcodes, then the eight values of ErrorType. */
export const refusalNames: readonly string[] = [...subcodes, ...errorTypes].map(({ wireName }) => wireName);

/** The subcode for an ErrorType, if it is not Authorization as in the one published sample (MS-MDE2 2.2.10). */
const otherSubcodes: Readonly<Record<string, Subcode>> = {
  InMaintenance: 'EnrollmentServer',
  CustomServerError: 'EnrollmentServer',
  InvalidEnrollmentData: 'MessageFormat',
};

/** The fault of a subcode or an ErrorType, with a text for the user. Throws `RangeError` for another word. */
export function refusalNamed(name: string): ParticularRefusal {
  const subcode = subcodes.find(({ wireName }) => wireName === name);
  if (subcode) return { subcode: subcode.wireName, reason: `${subcode.meaning}.` };
  const errorType = errorTypes.find(({ wireName }) => wireName === name);
  if (!errorType) throw new RangeError(`"${name}" is neither a subcode nor an ErrorType`);
  const { wireName, meaning } = errorType;
  return { subcode: otherSubcodes[wireName] ?? 'Authorization', errorType: wireName, reason: `${meaning}.` };
}
