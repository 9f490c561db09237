import type { Broken, HttpRequest } from './exchange.ts';

/**
 * The result of a request with a client certificate where there is no TLS to show it: the request is not sent, because
 * the answer would say nothing about a server that demands a certificate. Undefined for any other request.
 */
export function uncarriedCertificate({ url, connection }: HttpRequest): Broken | undefined {
  if (connection?.clientCertificate === undefined) return undefined;
  const message = `The connection to ${new URL(url).host} has no TLS for a client certificate, so this tool sent nothing.`;
  return { kind: 'broken', reason: 'unsupported', message };
}
