import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import { booleanOf } from './values.ts';

/**
 * Whether an answer says that nothing changed. Its cAs and oIDs are then nil (MS-XCEP 3.1.4.1.3.9), so that what it refers to
 * need not be in it.
 */
export function saysUnchanged({ payload }: Evidence): boolean {
  return payload.all('x:response/x:policiesNotChanged').some((node) => booleanOf(node) === true);
}
