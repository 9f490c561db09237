import { nobody } from '../../harness/engine/explanation/refusal.ts';
import type { Refusal } from '../../harness/engine/explanation/refusal.ts';
import { witnessSentence } from './wording.ts';

/** `Exchange 3 (and 1 more alike): the enrollment service refused RequestSecurityToken`. */
export function refusalSentence(refusal: Refusal): string {
  const { exchange, exchanges, service, request } = refusal;
  const more = exchanges.length === 1 ? '' : ` (and ${exchanges.length - 1} more alike)`;
  return `Exchange ${exchange}${more}: ${service.charAt(0).toLowerCase()}${service.slice(1)} ${deedOf(refusal)} ${request}`;
}

function deedOf({ service, status, subcode }: Refusal): string {
  if (service === nobody) return 'answered';
  if (status === undefined) return 'did not answer';
  if (status >= 400 || subcode !== undefined) return 'refused';
  return status >= 300 ? 'redirected' : 'gave no usable answer to';
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

/** What a device may show for HTTP 429 instead of its own code, as for any other status. */
const limitedToo = '0x801901AD';

/** `shows 0x80180013 (specified: MS-MDE2 18.0, section 2.2.10)`. */
export function codeSentence({ code, evidence, status }: Refusal): string {
  if (code === undefined) return 'fails; which code it shows is not known';
  const other = status === 429 ? ` or ${limitedToo}` : '';
  return `shows ${code}${other}${evidence === undefined ? '' : ` (${witnessSentence(evidence)})`}`;
}

/** What came, what it is in fact, and whether another message of the kind was answered. */
export function cameSentence({ came, notes, answeredIn, request }: Refusal): string {
  const beside = answeredIn === undefined ? [] : [`another ${request} was answered, in exchange ${answeredIn}`];
  return [came, ...notes, ...beside].join('; ');
}
