import type { Refusal } from '../../harness/engine/explanation/refusal.ts';
import { witnessSentence } from './wording.ts';

/** `Exchange 3: the enrollment service refused RequestSecurityToken`. */
export function refusalSentence({ exchange, exchanges, service, request, status }: Refusal): string {
  const more = exchanges.length === 1 ? '' : ` (the first of ${exchanges.length} such exchanges)`;
  const did = status === undefined ? 'did not answer' : 'refused';
  return `Exchange ${exchange}${more}: ${service.replace(/^The/, 'the')} ${did} ${request}`;
}

/** What the fault says: `"Device Cap Reached"; ErrorType DeviceCapReached, subcode Authorization; TraceId 2493…`; undefined for none. */
export function saidBy({ text, subcode, errorType, traceId }: Refusal): string | undefined {
  const codes = [
    ...(errorType === undefined ? [] : [`ErrorType ${errorType}`]),
    ...(subcode === undefined ? [] : [`subcode ${subcode}`]),
  ].join(', ');
  const all = [
    ...(text === undefined ? [] : [`"${text}"`]),
    ...(codes === '' ? [] : [codes]),
    ...(traceId === undefined ? [] : [`TraceId ${traceId}`]),
  ];
  return all.length === 0 ? undefined : all.join('; ');
}

/** `shows 0x80180013 (specified: MS-MDE2 18.0, section 2.2.10)`. */
export function codeSentence({ code, evidence }: Refusal): string {
  if (code === undefined) return 'fails; which code it shows is not known';
  return `shows ${code}${evidence === undefined ? '' : ` (${witnessSentence(evidence)})`}`;
}
