import type { Check } from '../../harness/engine/check.ts';
import { wrongPassword } from './wrong-password.ts';

/** How the server refuses. */
export const faultChecks: readonly Check[] = [wrongPassword];
