import type { Evidence } from './evidence.ts';

/** Whether what came in place of an answer is an HTML page: whoever wrote it is no service of SOAP. */
export function isWebPage({ state, trouble }: Pick<Evidence, 'state' | 'trouble'>): boolean {
  return state === 'unusable' && trouble.includes(' with an HTML page');
}
