import type { Broken, HttpRequest } from './exchange.ts';

/**
 * What becomes of a request that is to show a client certificate where there is no TLS to show it in: it is not sent, since
 * its answer would say nothing of a server that asks for one. Undefined for any other request.
 */
export function uncarriedCertificate({ url, connection }: HttpRequest): Broken | undefined {
  if (connection?.clientCertificate === undefined) return undefined;
  const message = `The way to ${new URL(url).host} has no TLS that could show a client certificate, so nothing was sent.`;
  return { kind: 'broken', reason: 'unsupported', message };
}
