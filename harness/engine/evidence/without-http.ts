import type { Exchange } from '../../wire/exchange/exchange.ts';

/** Whether the recording has the message of the answer, but not the HTTP that carried it: a viewer of SyncML saves no more. */
export function isWithoutHttp({ answer }: Pick<Exchange, 'answer'>): boolean {
  if (answer.kind !== 'broken' || answer.reason !== 'unrecorded' || !answer.response) return false;
  return answer.response.status === 0 && answer.response.body.length > 0;
}

/** What is to be said where something of that HTTP was to be judged. */
export function withoutHttp({ index }: Pick<Exchange, 'index'>): string {
  return `exchange ${index} was recorded without HTTP, so that only its message can be judged`;
}
