import { namesDeepLink, publishedLinks } from '../../protocol/deep-link/published-links.ts';
import { readPage } from '../../protocol/html/read-page.ts';
import type { Exchange, HttpResponse } from '../../wire/exchange/exchange.ts';

/** The scenario of a run that opens the pages which the target file names for their links. */
export const linkPageScenario = 'deep-link-pages';

/** An answer that should publish deep links, as `AnswerState` has it. */
type LinkPageAnswer = { readonly state: 'success' } | { readonly state: 'unusable'; readonly reason: string };

/** Whether an answer publishes deep links: a page with one at least, or a redirect that leads to one. No script is run. */
export function readLinkPage(url: string, { status, headers, body }: HttpResponse): LinkPageAnswer {
  const isRedirect = status >= 300 && status < 400;
  if (!isRedirect && (status < 200 || status > 299)) return { state: 'unusable', reason: `HTTP ${status}` };
  const valuesOf = (wanted: string): readonly string[] =>
    headers.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value);
  const locations = isRedirect ? valuesOf('location') : [];
  const page = readPage(body, valuesOf('content-type')[0], url);
  if (publishedLinks(page, locations).length > 0) return { state: 'success' };
  const what = namesDeepLink(Buffer.from(body).toString('latin1'))
    ? 'a page that names ms-device-enrollment: outside of its links, where no script was run'
    : 'a page without a link to ms-device-enrollment:';
  return { state: 'unusable', reason: `HTTP ${status} with ${what}` };
}

/** Whether an exchange of a third-party recording fetched a page that publishes deep links. */
export function isRecordedLinkPage({ request, answer, label }: Exchange): boolean {
  if (label !== undefined || request.method !== 'GET' || answer.kind !== 'answered') return false;
  const { headers, body } = answer.response;
  const isNamed = [Buffer.from(body).toString('latin1'), ...headers.map(([, value]) => value)].some(namesDeepLink);
  return isNamed && readLinkPage(request.url, answer.response).state === 'success';
}

/** Whether an exchange of a run opens a page for its links, and not only what redirects to such a page. */
export function isDrivenLinkPage({ label, answer }: Pick<Exchange, 'label' | 'answer'>): boolean {
  if (label?.scenario !== linkPageScenario) return false;
  const { status = 0, headers = [] } = answer.response ?? {};
  const location = headers.find(([name]) => name.toLowerCase() === 'location')?.[1] ?? '';
  return status < 300 || status > 399 || location === '' || namesDeepLink(location);
}
