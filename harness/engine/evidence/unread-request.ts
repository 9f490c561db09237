import type { Evidence } from './evidence.ts';

/** Whether the request of an exchange is no XML that a server has to read, so that nothing can be taken from it. */
export function isUnreadRequest({ facts }: Pick<Evidence, 'facts'>): boolean {
  return ['malformed', 'doctype', 'manage-empty'].some((deviation) => facts.deviations.includes(deviation));
}
