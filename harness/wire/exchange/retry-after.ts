import type { Answer, HttpResponse } from './exchange.ts';
import { readHttpDate } from './http-date.ts';

/** The statuses with which a server says that it does not want the request now: Too Many Requests, and Service Unavailable. */
const statuses: readonly number[] = [429, 503];

/**
 * How long a server asks to wait before the request comes again, in milliseconds: by the one Retry-After field of an answer 429 or 503, as
 * seconds or as a date (RFC 9110 section 10.2.3). A date counts from the Date of the answer, so that the two clocks need not agree, or
 * else from `now`. Undefined if it asks for nothing that can be read.
 */
export function waitAskedFor(answer: Answer, now: Date): number | undefined {
  if (answer.kind === 'broken' || !statuses.includes(answer.response.status)) return undefined;
  const { headers } = answer.response;
  const text = onlyValueOf(headers, 'retry-after');
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const until = readHttpDate(text, now);
  if (until === undefined) return undefined;
  const from = readHttpDate(onlyValueOf(headers, 'date') ?? '', now) ?? now.getTime();
  return Math.max(0, until - from);
}

function onlyValueOf(headers: HttpResponse['headers'], name: string): string | undefined {
  const values = headers.filter(([given]) => given.toLowerCase() === name).map(([, value]) => value.trim());
  return values.length === 1 ? values[0] : undefined;
}
