import type { Evidence } from './evidence.ts';

/** Whether the recording lacks the answer, so that it says nothing about the server. */
export function isUnrecorded({ exchange: { answer }, state }: Evidence): boolean {
  return state === 'broken' && answer.kind === 'broken' && answer.reason === 'unrecorded';
}

/** Whether the request was not sent, because this side cannot send it: the transport, or the TLS library. */
export function isUnsent({ exchange: { answer } }: Evidence): boolean {
  return answer.kind === 'broken' && (answer.reason === 'unsupported' || answer.reason === 'unoffered');
}
