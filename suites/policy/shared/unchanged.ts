import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import { booleanOf } from './values.ts';

/**
 * Whether an answer says that nothing changed. Its cAs and oIDs are then nil (MS-XCEP 3.1.4.1.3.9), so it may refer to
 * objects that it does not contain.
 */
export function saysUnchanged({ payload }: Evidence): boolean {
  return payload.all('x:response/x:policiesNotChanged').some((node) => booleanOf(node) === true);
}
