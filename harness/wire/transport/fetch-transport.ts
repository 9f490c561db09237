import { announcedFraming } from '../exchange/announced-framing.ts';
import type { Answer, Header, HttpRequest, Transport } from '../exchange/exchange.ts';
import { uncarriedCertificate } from '../exchange/uncarried-certificate.ts';

/** Anything that answers like `fetch`: the application under test, the `app.fetch` of a framework. */
export type RequestHandler = (request: Request) => Response | Promise<Response>;

/** How long a handler in this process may take. */
export interface FetchTransportOptions {
  /** For one exchange, in milliseconds. Default: 30,000. */
  readonly timeoutMs?: number;
  /**
   * The field in which the handler reads the client certificate of a connection, as a proxy that ends TLS forwards it: PEM, percent-encoded
   * (nginx calls it `$ssl_client_escaped_cert`). No message brings the field itself: whether your proxy removes it, only
   * a run at its address shows. Not given, renewals cannot be sent. What is judged on either is inconclusive.
   */
  readonly certificateHeader?: string;
}

/**
 * The transport to a handler in this process. Without a socket there are no facts of TLS, a client certificate can
 * only be a header field, and of the framing only the announced length is known. Header fields come merged and in lower
 * case, as in a `Response`. If a handler throws or is too slow, the exchange is broken; the signal of its Request fires at
 * the time limit.
 */
export function fetchTransport(
  handler: RequestHandler,
  { timeoutMs = 30_000, certificateHeader }: FetchTransportOptions = {},
): Transport {
  const transport = async (request: HttpRequest): Promise<Answer> => {
    const unsent = certificateHeader === undefined ? uncarriedCertificate(request) : forged(request, certificateHeader);
    if (unsent) return unsent;
    const { host } = new URL(request.url);
    // A handler does not see the port of a request, so its answer would say nothing about plain HTTP.
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
  return certificateHeader === undefined ? transport : Object.assign(transport, { forwardsIn: certificateHeader });
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

/** Here no proxy stands before the handler, so its answer to a field from outside would say nothing about the server. */
function forged({ headers }: HttpRequest, header: string): Answer | undefined {
  if (!headers.some(([name]) => name.toLowerCase() === header.toLowerCase())) return undefined;
  const message = `In this process no proxy stands before the handler, which could remove ${header}; a run at the address of the server shows it.`;
  return { kind: 'broken', reason: 'unsupported', message };
}

/** The request as a proxy that ends TLS forwards it. */
function forwarding(request: HttpRequest, header: string | undefined): HttpRequest {
  const { certificate } = request.connection?.clientCertificate ?? {};
  if (header === undefined || certificate === undefined) return request;
  return { ...request, headers: [...request.headers, [header, encodeURIComponent(certificate)]] };
}

/** Checks judge redirects, so the transport does not follow them. */
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
