import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import { deviceHresult } from '../../../harness/engine/rule/device-hresult.ts';
import type { BreakReason } from '../../../harness/wire/exchange/exchange.ts';

/** Breaks that the server causes: it had the request, and answered nothing or too little. */
const dropped: ReadonlySet<BreakReason> = new Set(['closed', 'reset', 'timeout', 'too-large', 'framing']);

/**
 * Statuses that refuse all requests for a while, or a request because of its size or Expect field: no service has read
 * it.
 */
const outsideOfService: readonly number[] = [413, 417, 429, 503];

/** In bytes: more than any device sends; gateways refuse such requests. */
const mostOfService = 1024 * 1024;

/**
 * Deviations whose refusal this check does not judge. First, those that a gateway before the service may refuse. Then
 * those that no Windows device sends and that the catalogue allows to refuse in other ways, or with less than a MUST;
 * other checks judge them.
 */
const exempt: readonly string[] = [
  'content-type',
  'doctype',
  'malformed',
  'action',
  'soap-version',
  'must-understand',
  'endpoint',
  'request-missing',
  'email-missing',
  'legacy-discover',
];

/**
 * Whether the server refused the content of a request that a device might send. It does not count a refusal of its
 * media type, size or document type, a temporary refusal of all requests, a redirect, or a SOAP message that merely
 * cannot be read. Neither does it count a success that a valid request got as other bytes than it should: the server
 * did not refuse it.
 */
export function isRefusal({ exchange, state, facts }: Evidence): boolean {
  if (state === 'success' || facts.deviations.some((deviation) => exempt.includes(deviation))) return false;
  if (exchange.request.body.length > mostOfService) return false;
  const { answer } = exchange;
  if (answer.kind === 'broken') return dropped.has(answer.reason);
  const { status } = answer.response;
  if (state === 'fault') return true;
  if (status >= 400) return !outsideOfService.includes(status);
  return status < 300 && facts.deviations.length > 0 && deviceHresult(answer) !== undefined;
}

/** Completes "applies when …" for `isRefusal`. */
export const whenRefused =
  'the server refuses the content of the request (not its media type, size or document type, and not all requests for a while)';
