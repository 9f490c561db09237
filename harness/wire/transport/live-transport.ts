import http from 'node:http';
import https from 'node:https';
import type { Answer, HttpRequest, Transport } from '../exchange/exchange.ts';
import { exchangeIntercepted } from './intercepted-exchange.ts';
import { createKeptConnections } from './kept-connections.ts';
import { createSecureContexts } from './secure-contexts.ts';
import { sendableUrl } from '../exchange/sendable-url.ts';
import { trustedRoots } from './trusted-roots.ts';
import { uncarriedCertificate } from '../exchange/uncarried-certificate.ts';
import { exchangeOverWire, type WireSettings } from './wire-exchange.ts';

/** Trust and limits of a live run. */
export interface LiveTransportOptions {
  /**
   * PEM roots (bundles are allowed) that replace the default: the roots of Node, of the system if Node offers them, and
   * of SSL_CERT_FILE.
   */
  readonly ca?: readonly string[];
  /** Continues if the certificate of the server does not validate. */
  readonly tlsReportOnly?: boolean;
  /** For the whole exchange, in milliseconds. Default: 30,000. */
  readonly timeoutMs?: number;
  /** Default: 4 MiB. */
  readonly maxBodyBytes?: number;
  /** How long a connection that is kept stays open without a request, in milliseconds. Default: 15,000. */
  readonly idleMs?: number;
  /** Where SSL_CERT_FILE and NODE_EXTRA_CA_CERTS are looked up. Default: the environment of this process. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/**
 * The transport to a real server: HTTP/1.1, a new connection for each exchange unless the request names one to keep, header fields
 * exactly as given, no cookies. It does not follow redirects. Throws `UnusableTrust` for roots that cannot be read. The transport itself
 * rejects only with the errors of `sendableUrl`, before it sends anything; everything else is an answer.
 */
export function createLiveTransport(options: LiveTransportOptions = {}): Transport {
  const { tlsReportOnly = false, timeoutMs = 30_000, maxBodyBytes = 4 * 1024 * 1024 } = options;
  const ca = trustedRoots(options.ca, options.environment ?? process.env);
  const secureContext = createSecureContexts(ca ? { ca } : {});
  const kept = createKeptConnections(options.idleMs);
  const settings: WireSettings = { timeoutMs, maxBodyBytes, secureContext, tlsReportOnly, kept };
  const hurried = { ...settings, timeoutMs: Math.min(timeoutMs, searchMs) };
  return async (request) => send(request, sendableUrl(request), isSearching(request) ? hurried : settings);
}

/** How long to wait for a port or a version that a firewall may drop silently, in milliseconds. */
const searchMs = 5_000;

function isSearching({ connection }: HttpRequest): boolean {
  return connection?.plainHttp === true || connection?.tlsVersion !== undefined;
}

/**
 * Node calls `createConnection` only if nothing in this process answers in place of the server. The transport then
 * writes the bytes itself, because the HTTP client of Node adds a Connection field and gives up on wrong framing.
 */
function send(request: HttpRequest, url: URL, settings: WireSettings): Promise<Answer> {
  const uncarried = uncarriedCertificate(request);
  if (uncarried && url.protocol !== 'https:') return Promise.resolve(uncarried);
  let overWire: Promise<Answer> | undefined;
  const { request: start } = url.protocol === 'https:' ? https : http;
  const outgoing = start(url, {
    method: request.method,
    headers: request.headers.flat(),
    createConnection: () => {
      overWire = exchangeOverWire(request, settings);
      return undefined;
    },
  });
  const answer = overWire ?? uncarried;
  if (!answer) return exchangeIntercepted(outgoing, request, settings);
  outgoing.on('error', () => undefined).destroy();
  return Promise.resolve(answer);
}
