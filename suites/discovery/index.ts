import type { Check } from '../../harness/engine/check.ts';
import { discoverAnswer } from './answer.ts';
import { authPolicy } from './auth-policy.ts';

/** How a device finds its services. */
export const discoveryChecks: readonly Check[] = [discoverAnswer, authPolicy];
