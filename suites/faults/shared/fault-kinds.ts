import type { Kind } from '../../../harness/engine/evidence/kind.ts';

/** The messages that a server may answer with a SOAP fault. */
export const faultKinds = ['discover', 'get-policies', 'issue', 'renew'] as const satisfies readonly Kind[];
