import http from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import type { Answer, Connection, HttpRequest, Transport } from './exchange.ts';
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
  /** Where SSL_CERT_FILE and NODE_EXTRA_CA_CERTS are looked up. Default: the environment of this process. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/**
 * The transport to a real server: HTTP/1.1, a fresh connection for each exchange, header fields exactly as given, no
 * redirects followed, no cookies. Throws `UnusableTrust` for trust that cannot be read. The transport itself rejects with
 * `PlainHttpRefused` or `UnusableUrl`, before anything is sent; all else is an answer.
 */
export function createLiveTransport(options: LiveTransportOptions = {}): Transport {
  const { tlsReportOnly = false, timeoutMs = 30_000, maxBodyBytes = 4 * 1024 * 1024 } = options;
  const ca = trustedRoots(options.ca, options.environment ?? process.env);
  const trust = ca ? { ca } : {};
  const usual = tlsReportOnly ? anyVersion : { minVersion: 'TLSv1.2' as const };
  let context: tls.SecureContext | undefined;
  const secureContext: WireSettings['secureContext'] = (connection) =>
    connection?.tlsVersion === undefined && connection?.clientCertificate === undefined
      ? (context ??= tls.createSecureContext({ ...trust, ...usual }))
      : tls.createSecureContext({ ...trust, ...usual, ...versionOf(connection), ...identityOf(connection) });
  const settings: WireSettings = { timeoutMs, maxBodyBytes, secureContext, tlsReportOnly };
  return async (request) => send(request, sendableUrl(request.url), settings);
}

/** OpenSSL offers TLS 1.0 and 1.1 only below its usual level of security. */
const anyVersion = { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;

function versionOf({ tlsVersion }: Connection): tls.SecureContextOptions {
  return tlsVersion ? { ...anyVersion, minVersion: tlsVersion, maxVersion: tlsVersion } : {};
}

function identityOf({ clientCertificate }: Connection): tls.SecureContextOptions {
  if (clientCertificate?.privateKey === undefined) return {};
  return { cert: clientCertificate.certificate, key: clientCertificate.privateKey };
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
