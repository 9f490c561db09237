import type { Evidence } from './evidence.ts';

/** Whether a recording left the answer out, so that it says nothing of the server. */
export function isUnrecorded({ exchange: { answer }, state }: Evidence): boolean {
  return state === 'broken' && answer.kind === 'broken' && answer.reason === 'unrecorded';
}

/** Whether a request was never sent, because the transport has no way to. */
export function isUnsent({ exchange: { answer } }: Evidence): boolean {
  return answer.kind === 'broken' && answer.reason === 'unsupported';
}
