import { certificates } from './certificates.ts';
import type { FuzzProperty } from './fuzz-property.ts';
import { messages } from './messages.ts';
import { sessions } from './sessions.ts';
import { targets } from './targets.ts';

/** What the tests try on some inputs, the same each time, and `npm run fuzz` on as many as there is time for. */
export const fuzzProperties: readonly FuzzProperty[] = [sessions, messages, certificates, targets];
