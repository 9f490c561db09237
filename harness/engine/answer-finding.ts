import type { Seen } from './check.ts';
import type { Evidence } from './evidence.ts';
import { deviceHresult } from '../faults/device-hresult.ts';
import { shownCode } from '../faults/shown-code.ts';

/** What every answer check says: a valid request brought something else than its message, and what a device makes of it. */
export function* answerFinding(evidence: Evidence): Iterable<Seen> {
  if (evidence.state === 'success') return;
  const { exchange, state, trouble } = evidence;
  const doing = evidence.kind === 'probe' || evidence.kind === 'discover' ? ({ phase: 'discovery' } as const) : {};
  const shown = shownCode(deviceHresult(exchange.answer, state === 'fault' ? evidence.fault : undefined, doing));
  const part = state === 'broken' ? 'connection' : state === 'fault' ? 'body' : 'status';
  yield { message: `The server answered with ${trouble}${shown}`, at: evidence.at(part) };
}
