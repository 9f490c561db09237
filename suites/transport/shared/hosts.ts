import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import type { Kind } from '../../../harness/engine/evidence/kind.ts';
import { tlsOf } from '../../../harness/engine/evidence/tls.ts';

/** The kinds of exchanges that connect to a host of the server. */
export const contacts = [
  'probe',
  'discover',
  'authenticate',
  'terms-of-use',
  'get-policies',
  'issue',
  'renew',
  'manage',
  'host',
] as const satisfies readonly Kind[];

/** The exchanges with each host and port over HTTPS, in order. */
export function byHost(attempts: readonly Evidence[]): ReadonlyMap<string, readonly Evidence[]> {
  const hosts = new Map<string, Evidence[]>();
  for (const item of attempts) {
    const { url } = item.exchange.request;
    if (!url.startsWith('https:') || !URL.canParse(url)) continue;
    const host = hostOf(url);
    hosts.set(host, [...(hosts.get(host) ?? []), item]);
  }
  return hosts;
}

/** With the port, also where it is 443. */
export function hostOf(url: string): string {
  const { hostname, port } = new URL(url);
  return `${hostname}:${port === '' ? '443' : port}`;
}

/**
 * Whether this tool itself saw the TLS of a host; a third-party recording and a server in the same process show none.
 */
export function isSeenOverTls(attempts: readonly Evidence[]): boolean {
  return attempts.some(({ exchange }) => tlsOf(exchange) !== undefined);
}
