import { stateOf } from './declared-state.ts';
import type { Evidence } from './evidence.ts';

/** Ways in which a request cannot be read, so that nothing can be held against it. */
const unreadable: readonly string[] = ['malformed', 'doctype'];

/**
 * Whether a request says nothing to a check that did not ask for its deviation: a run sent what no device sends, or the message cannot be
 * read. A server may ignore the deviation, refuse it or mend it. A state of the server leaves the request as a device sends it.
 */
export function isOddRequest({ exchange, facts }: Pick<Evidence, 'exchange' | 'facts'>): boolean {
  const odd = facts.deviations.filter((deviation) => stateOf(deviation) === undefined);
  return exchange.label === undefined ? odd.some((deviation) => unreadable.includes(deviation)) : odd.length > 0;
}
