import { PlainHttpRefused } from './plain-http-refused.ts';
import { UnusableUrl } from './unusable-url.ts';

/** The URL to connect to. Throws `UnusableUrl` or `PlainHttpRefused`; ask before following an address that a server named. */
export function sendableUrl(text: string): URL {
  if (!URL.canParse(text)) throw new UnusableUrl(text);
  const url = new URL(text);
  if (url.protocol === 'https:') return url;
  if (url.protocol !== 'http:') throw new UnusableUrl(text);
  if (!isLoopbackHost(url.hostname)) throw new PlainHttpRefused(url);
  return url;
}

function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || /^127(?:\.\d{1,3}){3}$/.test(host) || host === '[::1]';
}
