import { announcedFraming } from '../exchange/announced-framing.ts';
import type { Answer, Header, HttpRequest, Transport } from '../exchange/exchange.ts';
import { uncarriedCertificate } from '../exchange/uncarried-certificate.ts';

/** Anything that answers as `fetch` does: the application of someone who tests their own server, a framework's `app.fetch`. */
export type RequestHandler = (request: Request) => Response | Promise<Response>;

/** How long a handler in this process may take. */
export interface FetchTransportOptions {
  /** For one exchange, in milliseconds. Default: 30,000. */
  readonly timeoutMs?: number;
  /**
   * The field in which the handler reads the client certificate of a connection, as a proxy that ends TLS forwards it: PEM, percent-encoded
   * (nginx calls it `$ssl_client_escaped_cert`). Left out, renewals cannot be sent, and what is judged on them is inconclusive.
   */
  readonly certificateHeader?: string;
}

/**
 * The transport to a handler in this process: no socket, so no facts of TLS, a client certificate only as a header field, and of framing only an announced
 * length; header fields come merged and in lower case, as a `Response` has them. A handler that throws, or does not answer in time, is a
 * broken exchange; its Request has a signal that fires when time is up.
 */
export function fetchTransport(
  handler: RequestHandler,
  { timeoutMs = 30_000, certificateHeader }: FetchTransportOptions = {},
): Transport {
  return async (request) => {
    const uncarried = certificateHeader === undefined ? uncarriedCertificate(request) : undefined;
    if (uncarried) return uncarried;
    const { host } = new URL(request.url);
    // A handler cannot tell the port that it was asked on, so that its answer would say nothing of plain HTTP.
    if (request.connection?.plainHttp) return broken('refused', `nothing in this process serves ${host} in plain HTTP`);
    const deadline = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Answer>((resolve) => {
      timer = setTimeout(() => {
        resolve(broken('timeout', `the handler of ${host} did not complete its answer within ${timeoutMs} ms`));
        deadline.abort();
      }, timeoutMs);
    });
    try {
      return await Promise.race([answer(handler, forwarding(request, certificateHeader), deadline.signal), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}

async function answer(handler: RequestHandler, request: HttpRequest, signal: AbortSignal): Promise<Answer> {
  try {
    const response = await handler(toRequest(request, signal));
    if (response.status === 0) return broken('other', 'the handler gave an error Response, which has no status');
    const { status, statusText } = response;
    const headers = [...response.headers].map(([name, value]): Header => [name, value]);
    const body = new Uint8Array(await response.arrayBuffer());
    const framing = announcedFraming(headers, body);
    const answered = { status, statusText, httpVersion: 'HTTP/1.1', headers, body, ...(framing ? { framing } : {}) };
    return { kind: 'answered', response: answered };
  } catch (error) {
    return broken(
      'other',
      `the handler threw ${error instanceof Error ? `${error.name}: ${error.message}` : 'no Error'}`,
    );
  }
}

/** The request as a proxy that ends TLS hands it on. */
function forwarding(request: HttpRequest, header: string | undefined): HttpRequest {
  const { certificate } = request.connection?.clientCertificate ?? {};
  if (header === undefined || certificate === undefined) return request;
  return { ...request, headers: [...request.headers, [header, encodeURIComponent(certificate)]] };
}

/** Redirects are answers to be judged, not to be followed. */
function toRequest({ method, url, headers, body }: HttpRequest, signal: AbortSignal): Request {
  return new Request(url, {
    method,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    redirect: 'manual',
    signal,
    ...(body.length > 0 ? { body } : {}),
  });
}

function broken(reason: 'refused' | 'timeout' | 'other', message: string): Answer {
  return { kind: 'broken', reason, message: `${message}.` };
}
