import type { Seen } from './check.ts';
import { errorTypes } from '../../protocol/faults/error-types.ts';
import { formatHresult } from '../../protocol/faults/hresult.ts';
import { lookupFault } from '../../protocol/codes/lookup.ts';
import type { Fault } from '../../protocol/faults/matcher.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { issuedInstead } from './issued-instead.ts';
import { refusalImpact } from './refusal-impact.ts';

/**
 * The finding of every check of a refusal: the server accepted the wrong request, or refused it for another reason than those in
 * `due`. It names the HRESULT that a device shows and the expected one, and describes the certificate if one was issued. If `due`
 * is empty, any SOAP fault is right. An accepted request has the impact of its check: who gets what is not his. A refusal never has it.
 */
export function* refusalFinding(evidence: Evidence, ...due: readonly string[]): Iterable<Seen> {
  const { state, trouble } = evidence;
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
  yield {
    message: `The server refused with ${trouble}`,
    at: fault?.subcodeNode ?? evidence.at(state === 'broken' ? 'connection' : 'status'),
    expected,
    actual: fault?.subcode ?? trouble,
    impact: refusalImpact(evidence),
  };
}

/** An ErrorType replaces the subcode, unless a device does not know it or it only announces a text for the user. */
function reasonsOf({ errorType, subcode = '' }: Fault): readonly string[] {
  if (errorType === 'CustomServerError') return [errorType, subcode];
  return [errorTypes.find(({ wireName }) => wireName === errorType)?.wireName ?? subcode];
}

function dueHresult(name: string): string {
  const [entry] = lookupFault(name);
  return entry === undefined ? 'unknown' : formatHresult(entry.hresult);
}
