import type { HttpRequest, TlsVersion } from './exchange.ts';
import { PlainHttpRefused } from './plain-http-refused.ts';
import { UnprotectedRefused } from './unprotected-refused.ts';
import { UnusableUrl } from './unusable-url.ts';

/**
 * The URL to connect to for a request. Plain HTTP is allowed to this machine only, and TLS below 1.2 is never offered,
 * unless the request asks for it and carries nothing of the user. Throws `UnusableUrl`, `PlainHttpRefused` or
 * `UnprotectedRefused`.
 */
export function sendableUrl(request: HttpRequest): URL {
  const { url: text, connection = {} } = request;
  if (!URL.canParse(text)) throw new UnusableUrl(text);
  const url = new URL(text);
  if (url.protocol === 'https:') {
    if (isOldVersion(connection.tlsVersion) && !carriesNothing(request, url)) throw new UnprotectedRefused(url);
    return url;
  }
  if (url.protocol !== 'http:') throw new UnusableUrl(text);
  const isMeant = connection.plainHttp === true && carriesNothing(request, url);
  if (!isMeant && !isLoopbackHost(url.hostname)) throw new PlainHttpRefused(url);
  return url;
}

/** Whether a TLS version is too old to carry a secret. */
export function isOldVersion(version: TlsVersion | undefined): boolean {
  return version === 'TLSv1' || version === 'TLSv1.1';
}

const telling = /^(?:authorization|proxy-authorization|cookie)$/i;

function carriesNothing({ method, headers, body, connection }: HttpRequest, url: URL): boolean {
  const parts = [url.search, url.username, url.password];
  return (
    method === 'GET' &&
    body.length === 0 &&
    parts.every((part) => part === '') &&
    !headers.some(([name]) => telling.test(name)) &&
    connection?.clientCertificate === undefined
  );
}

function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || /^127(?:\.\d{1,3}){3}$/.test(host) || host === '[::1]';
}
