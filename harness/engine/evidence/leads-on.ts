import type { Evidence } from './evidence.ts';

/**
 * Whether a user, a script or a browser can go on from an answer of a sign-in: it is the last page, it redirects, or it holds a form, a
 * script or a link. A demand for credentials without a page does not count, because nobody knows what the window makes of it.
 */
export function leadsOn(evidence: Evidence): boolean {
  if (evidence.state === 'success') return true;
  if (evidence.state !== 'page') return false;
  if (evidence.response.status >= 300 && evidence.response.status < 400) return true;
  const { forms, scripts, links, refresh } = evidence.page;
  return [forms, scripts, links].some(({ length }) => length > 0) || refresh !== undefined;
}
