import { endFormOf } from '../../protocol/html/end-form.ts';
import { readPage } from '../../protocol/html/read-page.ts';
import type { HttpResponse } from '../../wire/exchange/exchange.ts';

/** An answer of a sign-in, as `AnswerState` has it. */
type SignInAnswer = { readonly state: 'success' | 'page' } | { readonly state: 'unusable'; readonly reason: string };

/**
 * What an answer means to the window of a sign-in: its last page is the success, whatever is wrong with its form. A demand for credentials
 * is a step, because a window may ask the user for them.
 */
export function readSignInAnswer(url: string, { status, headers, body }: HttpResponse): SignInAnswer {
  const header = (wanted: string): string | undefined => headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
  if (status >= 300 && status < 400) {
    return header('location') === undefined
      ? { state: 'unusable', reason: `HTTP ${status} without a Location` }
      : { state: 'page' };
  }
  if (status === 401 && header('www-authenticate') !== undefined) return { state: 'page' };
  if (status < 200 || status > 299) return { state: 'unusable', reason: `HTTP ${status}` };
  if (body.length === 0) return { state: 'unusable', reason: `HTTP ${status} with an empty body` };
  const type = header('content-type');
  const page = readPage(body, type, url);
  if (endFormOf(page)) return { state: 'success' };
  const isMarkup = Buffer.from(body.subarray(0, 512)).toString('latin1').includes('<');
  return isMarkup
    ? { state: 'page' }
    : { state: 'unusable', reason: `HTTP ${status} with no page (${type ?? 'no Content-Type'})` };
}
