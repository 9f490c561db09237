import { readTermsAnswer } from '../../protocol/terms-of-use/terms-answer.ts';
import type { HttpResponse } from '../../wire/exchange/exchange.ts';

/** An answer of the terms of use, as `AnswerState` has it. */
type TermsState = { readonly state: 'success' | 'page' } | { readonly state: 'unusable'; readonly reason: string };

/**
 * What an answer means to the window that shows the terms of use. The success is the redirect that accepts or declines them; before it come
 * pages and redirects on the web. A redirect with an error ends the window too.
 */
export function readTermsState({ status, headers, body }: HttpResponse): TermsState {
  const location = headers.find(([name]) => name.toLowerCase() === 'location')?.[1]?.trim();
  if (status >= 300 && status < 400) {
    if (location === undefined) return { state: 'unusable', reason: `HTTP ${status} without a Location` };
    const answer = readTermsAnswer(location);
    if (answer === undefined) return { state: 'page' };
    if (answer.error !== undefined) {
      return { state: 'unusable', reason: `HTTP ${status} with the error ${JSON.stringify(answer.error)}` };
    }
    return answer.isAccepted === undefined
      ? { state: 'unusable', reason: `HTTP ${status} that leads back without IsAccepted` }
      : { state: 'success' };
  }
  if (status < 200 || status > 299) return { state: 'unusable', reason: `HTTP ${status}` };
  const isMarkup = Buffer.from(body.subarray(0, 512)).toString('latin1').includes('<');
  return isMarkup
    ? { state: 'page' }
    : { state: 'unusable', reason: `HTTP ${status} with ${body.length === 0 ? 'an empty body' : 'no page'}` };
}
