import type { Answer, HttpRequest } from '../../wire/exchange/exchange.ts';
import { isUsableUrl } from '../target/usable-url.ts';

/** Where Discover goes after the probe. */
export interface Discovery {
  readonly url: string;
}

/** Breaks after which the same address cannot answer Discover either. */
const hopeless: readonly string[] = ['dns', 'refused', 'tls'];
const redirects: readonly number[] = [301, 302, 303, 307, 308];
const mostRedirects = 5;

/**
 * Follows the discovery GET to its last address. Undefined if a redirect leaves HTTPS, if there are more than five
 * redirects, or if no connection comes about. Any other answer will do.
 */
export async function followProbe(
  url: string,
  request: (url: string) => HttpRequest,
  send: (request: HttpRequest, redirect: number) => Promise<Answer>,
): Promise<Discovery | undefined> {
  let current = url;
  for (let redirect = 0; redirect <= mostRedirects; redirect += 1) {
    const answer = await send(request(current), redirect);
    if (answer.kind === 'broken') return hopeless.includes(answer.reason) ? undefined : { url: current };
    if (!redirects.includes(answer.response.status)) return { url: current };
    const location = answer.response.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
    const next = location === undefined ? undefined : resolve(location.trim(), current);
    if (next === undefined || !isUsableUrl(next, url)) return undefined;
    current = next;
  }
  return undefined;
}

/** Keeps an absolute address as it was written, unless it has characters that an address may not have. */
function resolve(location: string, base: string): string | undefined {
  if (URL.canParse(location) && /^[\x21-\x7e]+$/.test(location)) return location;
  return URL.canParse(location, base) ? new URL(location, base).href : undefined;
}
