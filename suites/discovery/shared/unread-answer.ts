import type { Seen } from '../../../harness/engine/check.ts';
import type { Evidence } from '../../../harness/engine/evidence.ts';
import { deviceHresult } from '../../../harness/faults/device-hresult.ts';
import { shownCode } from '../../../harness/faults/shown-code.ts';

/** Says that an answer is neither the message that is due nor a SOAP fault, and what a device makes of it. */
export function* unreadAnswer({ state, trouble, exchange, at }: Evidence, expected: string): Iterable<Seen> {
  if (state === 'success' || state === 'fault') return;
  const shown = shownCode(deviceHresult(exchange.answer));
  yield {
    message: `The server answered with ${trouble}${shown}`,
    at: at(state === 'broken' ? 'connection' : 'status'),
    expected,
  };
}
