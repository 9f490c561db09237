import type { Check } from '../../harness/engine/check.ts';

/** What the policy service says. */
export const policyChecks: readonly Check[] = [];
