import type { Exchange } from '../../wire/exchange/exchange.ts';
import { waitAskedFor } from '../../wire/exchange/retry-after.ts';

/**
 * Whether the server asked a run to send this request later. The mark of the run is not enough, because whoever writes it into a recording
 * would hide an answer: the answer itself has to ask.
 */
export function isThrottled({ label, answer, startedAt }: Exchange): boolean {
  return label?.throttled === true && waitAskedFor(answer, new Date(startedAt)) !== undefined;
}
