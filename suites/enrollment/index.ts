import type { Check } from '../../harness/engine/check.ts';

/** How a device gets its certificate. */
export const enrollmentChecks: readonly Check[] = [];
