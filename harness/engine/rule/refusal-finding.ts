import type { Seen } from './check.ts';
import { deviceHresult } from './device-hresult.ts';
import { errorTypes } from '../../protocol/faults/error-types.ts';
import { formatHresult } from '../../protocol/faults/hresult.ts';
import { lookupFault } from '../../protocol/faults/lookup.ts';
import type { Fault } from '../../protocol/faults/matcher.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { issuedInstead } from './issued-instead.ts';

/**
 * What every reason-bound negative says: the wrong request was accepted, or refused for another reason than the one that was
 * due, with the HRESULT that a device shows and the one that it should. Where none is named, any SOAP fault will do. Where a
 * certificate was issued, it says which.
 */
export function* refusalFinding(evidence: Evidence, ...due: readonly string[]): Iterable<Seen> {
  const { state, trouble, exchange } = evidence;
  const named = due.map((subcode) => `${subcode} (${dueHresult(subcode)})`).join(' or ');
  const expected = named === '' ? 'a SOAP fault' : named;
  if (state === 'success') {
    const issued = issuedInstead(evidence);
    yield {
      message: 'The server accepted the request',
      at: issued?.at ?? evidence.at('status'),
      expected,
      ...(issued && { actual: issued.says }),
    };
    return;
  }
  const fault = state === 'fault' ? evidence.fault : undefined;
  if (fault && (due.length === 0 || reasonsOf(fault).some((reason) => due.includes(reason)))) return;
  const shown = deviceHresult(exchange.answer, fault);
  yield {
    message: `The server refused with ${trouble}; a device shows ${shown === undefined ? 'nothing' : formatHresult(shown)}`,
    at: fault?.subcodeNode ?? evidence.at(state === 'broken' ? 'connection' : 'status'),
    expected,
    actual: fault?.subcode ?? trouble,
  };
}

/** An ErrorType outranks the subcode, unless a device does not know it, or it only announces a text for the user. */
function reasonsOf({ errorType, subcode = '' }: Fault): readonly string[] {
  if (errorType === 'CustomServerError') return [errorType, subcode];
  return [errorTypes.find(({ wireName }) => wireName === errorType)?.wireName ?? subcode];
}

function dueHresult(name: string): string {
  const [entry] = lookupFault(name);
  return entry === undefined ? 'unknown' : formatHresult(entry.hresult);
}
