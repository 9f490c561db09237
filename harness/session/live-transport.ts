import http from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import type { Answer, HttpRequest, Transport } from './exchange.ts';
import { exchangeIntercepted } from './intercepted-exchange.ts';
import { sendableUrl } from './sendable-url.ts';
import { trustedRoots } from './trusted-roots.ts';
import { exchangeOverWire, type WireSettings } from './wire-exchange.ts';

/** Trust and limits of a live run. */
export interface LiveTransportOptions {
  /** PEM roots (bundles are allowed) that replace the default: Node's roots and those of SSL_CERT_FILE. */
  readonly ca?: readonly string[];
  /** Goes on when the server's certificate does not validate, and speaks TLS 1.0 and 1.1 too, so as to report on them. */
  readonly tlsReportOnly?: boolean;
  /** For the whole exchange, in milliseconds. Default: 30,000. */
  readonly timeoutMs?: number;
  /** Default: 4 MiB. */
  readonly maxBodyBytes?: number;
  /** PEM; the certificate may be followed by its chain. */
  readonly clientCertificate?: { readonly certificate: string; readonly privateKey: string };
  /** Where SSL_CERT_FILE and NODE_EXTRA_CA_CERTS are looked up. Default: the environment of this process. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/**
 * The transport to a real server: HTTP/1.1, a fresh connection for each exchange, header fields exactly as given, no
 * redirects followed, no cookies. Throws `UnusableTrust` for trust that cannot be read. The transport itself rejects with
 * `PlainHttpRefused` or `UnusableUrl`, before anything is sent; all else is an answer.
 */
export function createLiveTransport(options: LiveTransportOptions = {}): Transport {
  const { tlsReportOnly = false, timeoutMs = 30_000, maxBodyBytes = 4 * 1024 * 1024, clientCertificate } = options;
  const ca = trustedRoots(options.ca, options.environment ?? process.env);
  let context: tls.SecureContext | undefined;
  const createContext = (): tls.SecureContext =>
    tls.createSecureContext({
      ...(ca ? { ca } : {}),
      ...(clientCertificate ? { cert: clientCertificate.certificate, key: clientCertificate.privateKey } : {}),
      ...(tlsReportOnly ? { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } : { minVersion: 'TLSv1.2' }),
    });
  const secureContext = (): tls.SecureContext => (context ??= createContext());
  const settings: WireSettings = { timeoutMs, maxBodyBytes, secureContext, tlsReportOnly };
  return async (request) => send(request, sendableUrl(request.url), settings);
}

/**
 * Node asks `createConnection` for a connection only where nothing in this process answers in the server's place. Then the
 * bytes are ours, because Node's own client adds a Connection field and gives up on misframed answers.
 */
function send(request: HttpRequest, url: URL, settings: WireSettings): Promise<Answer> {
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
  if (!overWire) return exchangeIntercepted(outgoing, request, settings);
  outgoing.destroy();
  return overWire;
}
