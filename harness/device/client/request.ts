import type { Header, HttpRequest } from '../../wire/exchange/exchange.ts';
import type { Profile } from './profile.ts';

/** The discovery GET, which carries nothing of the user. */
export function probeRequest(url: string, profile: Profile): HttpRequest {
  return bareRequest('GET', url, profile);
}

/** A request without a body; PUT may have one, so it says that the length is 0 (RFC 9110 section 8.6). */
export function bareRequest(method: string, url: string, profile: Profile): HttpRequest {
  const length: readonly Header[] = method === 'PUT' ? [['Content-Length', '0']] : [];
  return { method, url, headers: [...profile.probeHeaders, ...length, ['Host', hostOf(url)]], body: new Uint8Array() };
}

/** A POST of one message. Content-Length counts bytes. */
export function messageRequest(url: string, message: string, profile: Profile): HttpRequest {
  const body = new TextEncoder().encode(message);
  const headers = [...profile.messageHeaders, ['Content-Length', String(body.length)], ['Host', hostOf(url)]] as const;
  return { method: 'POST', url, headers, body };
}

/** In lower case and without a default port, as Windows sends it. */
export function hostOf(url: string): string {
  return new URL(url).host;
}

/** What a request of a management session says besides its message. */
export interface ManagementHeaders {
  /** Nobody is logged in, so that Windows asks for itself. */
  readonly isMachine: boolean;
  /** Correlates requests (MS-CV, which Windows sends since 21H2; MS-MDM 2.1, note 7). */
  readonly correlation: string;
  readonly more?: readonly Header[] | undefined;
}

/** A POST of one message of a management session, with the query that Windows appends (MS-MDM 2.1). */
export function managementRequest(
  url: string,
  message: string,
  { isMachine, correlation, more = [] }: ManagementHeaders,
): HttpRequest {
  const address = new URL(url);
  for (const [name, value] of [
    ['mode', isMachine ? 'Machine' : 'Maintenance'],
    ['Platform', 'WoA'],
  ] as const) {
    address.search += `${address.search === '' ? '?' : '&'}${name}=${value}`;
  }
  const body = new TextEncoder().encode(message);
  const headers: readonly Header[] = [
    ['User-Agent', 'MSFT OMA DM Client/1.2.0.1'],
    ['Accept', 'application/vnd.syncml.dm+xml, application/vnd.syncml.dm+wbxml, application/octet-stream'],
    ['Accept-Charset', 'UTF-8'],
    ['Content-Type', 'application/vnd.syncml.dm+xml'],
    ['MS-CV', correlation],
    ...more,
    ['Content-Length', String(body.length)],
    ['Host', hostOf(url)],
  ];
  return { method: 'POST', url: address.href, headers, body };
}
