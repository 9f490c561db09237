import type { Check } from '../../harness/engine/check.ts';
import { relatesTo } from './relates-to.ts';

/** The SOAP envelope and WS-Addressing. */
export const envelopeChecks: readonly Check[] = [relatesTo];
