import type { Seen } from '../../../harness/engine/check.ts';
import type { Evidence } from '../../../harness/engine/evidence.ts';
import { deviceHresult } from '../../../harness/faults/device-hresult.ts';
import { formatHresult } from '../../../harness/faults/hresult.ts';

/** Says that an answer is neither the message that is due nor a SOAP fault, and what a device makes of it. */
export function* unreadAnswer({ state, trouble, exchange, at }: Evidence, expected: string): Iterable<Seen> {
  if (state === 'success' || state === 'fault') return;
  const hresult = deviceHresult(exchange.answer);
  const shown = hresult === undefined ? '' : `; a device shows ${formatHresult(hresult)}`;
  yield {
    message: `The server answered with ${trouble}${shown}`,
    at: at(state === 'broken' ? 'connection' : 'status'),
    expected,
  };
}
