import { deviceHresult } from './device-hresult.ts';
import { shownCode } from '../../protocol/faults/shown-code.ts';
import type { Evidence } from '../evidence/evidence.ts';

/** The end of a finding about an unusable answer: the code that a device shows for it, if that is known. */
export function shownBy(evidence: Evidence): string {
  const { kind, state, exchange } = evidence;
  const doing = kind === 'probe' || kind === 'discover' ? ({ phase: 'discovery' } as const) : {};
  return shownCode(deviceHresult(exchange.answer, state === 'fault' ? evidence.fault : undefined, doing));
}
