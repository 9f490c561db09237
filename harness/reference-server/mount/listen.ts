import { once } from 'node:events';
import http from 'node:http';
import type { IncomingMessage } from 'node:http';
import https from 'node:https';
import { setTimeout } from 'node:timers/promises';
import { TLSSocket } from 'node:tls';
import type { AddressInfo, Socket } from 'node:net';
import type { ServerOptions } from 'node:https';
import type { OtherHost } from '../../engine/rule/counterexample.ts';
import type { TlsDefect } from '../../protocol/pki/build/tls-defect.ts';
import type { Header, HttpRequest } from '../../wire/exchange/exchange.ts';
import { VoidDeparture } from '../departures/departures.ts';
import type { ReferenceServer } from './handler.ts';
import { keptAnswers, type SendReply } from './kept-answers.ts';
import { httpResponse, type Reply } from './reply.ts';

/**
 * Told of each request, with the certificate of its connection, and of what the server makes of it, before the first byte of the
 * answer; the answer waits for it. `startedAt` is when the head of the request had come. It must not reject.
 */
export type OnReply = (request: HttpRequest, reply: Reply, startedAt: Date) => void | Promise<void>;

export interface ListenOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** A name or address of this machine, for the certificate. Default: 127.0.0.1. */
  readonly host?: string;
  /**
   * The service on this host, which determines the TLS defect. Default: `discovery`, and all services without a host of
   * their own.
   */
  readonly of?: OtherHost | 'discovery' | 'plain-http';
  readonly onReply?: OnReply;
}

/** A server that listens until it is closed. */
export interface Listener extends AsyncDisposable {
  /** `https://127.0.0.1:49152`; with `http:` for plain HTTP. */
  readonly origin: string;
  /** The root that a client must trust; empty for plain HTTP. */
  readonly caPem: string;
  /** Ends every connection, even if it has no answer yet, and stops listening. */
  close(): Promise<void>;
}

/** It answers larger requests with 413. */
const largestRequest = 8 * 1024 * 1024;

/**
 * Serves over TLS with the identity and the TLS defect of the host, or in plain HTTP. Rejects if it cannot listen on
 * the port.
 */
export async function listen(server: ReferenceServer, options: ListenOptions = {}): Promise<Listener> {
  const { port = 0, host = '127.0.0.1', of = 'discovery', onReply } = options;
  const defect = of === 'plain-http' ? 'no-tls' : server.tlsDefects.get(of);
  const hosts = [...new Set([host, '127.0.0.1', 'localhost'])];
  const scheme = of === 'plain-http' ? 'http' : 'https';
  const { keyPem, chainPem, caPem } =
    scheme === 'http' ? noIdentity : server.authority.serverIdentity({ hosts, ...(defect ? { defect } : {}) });
  const listener =
    defect === 'no-tls'
      ? http.createServer()
      : https.createServer({ key: keyPem, cert: chainPem, ...tlsOptions(defect, [caPem, server.authority.root.pem]) });
  const sockets = new Set<Socket>();
  listener.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  if (defect === 'rejects-client-certificate') listener.on('secureConnection', endWhereCertificateIsShown);
  const send = keptAnswers(defect);
  listener.on('request', (request: IncomingMessage) => {
    void answer({ server, scheme, send, onReply }, request);
  });
  listener.listen(port, host);
  await once(listener, 'listening');
  const { port: bound } = listener.address() as AddressInfo;
  const closed = once(listener, 'close');
  const close = async (): Promise<void> => {
    listener.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  const name = host.includes(':') ? `[${host}]` : host;
  return { origin: `${scheme}://${name}:${bound}`, caPem, close, [Symbol.asyncDispose]: close };
}

const noIdentity = { keyPem: '', chainPem: '', caPem: '' };
/** It asks for a client certificate but demands none, because only a device that renews has one. */
const asksForCertificate: ServerOptions = { requestCert: true, rejectUnauthorized: false };

function tlsOptions(defect: TlsDefect | undefined, ca: string[]): ServerOptions {
  const demand = { ca, requestCert: true, rejectUnauthorized: true };
  const weak = { ciphers: 'DEFAULT@SECLEVEL=0' };
  const defective: Readonly<Partial<Record<TlsDefect, ServerOptions>>> = {
    'demands-client-certificate': demand,
    'demands-client-certificate-in-tls-1.2': { ...demand, maxVersion: 'TLSv1.2' },
    'tls-1.1': { ...weak, minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1' },
    'old-versions': { ...weak, minVersion: 'TLSv1' },
    'tls-1.3': { minVersion: 'TLSv1.3' },
  };
  return { minVersion: 'TLSv1.2', ...asksForCertificate, ...(defect && defective[defect]) };
}

/** What all requests at one address share. */
interface Mount {
  readonly server: ReferenceServer;
  readonly scheme: string;
  readonly send: SendReply;
  readonly onReply: OnReply | undefined;
}

/** Answers on the raw socket, where Node does not correct the framing. */
async function answer({ server, scheme, send, onReply }: Mount, incoming: IncomingMessage): Promise<void> {
  const startedAt = new Date();
  const { socket } = incoming;
  const shown = shownBy(socket);
  const body = await readBody(incoming);
  if (body === 'aborted') return;
  const isTooLarge = body === 'too large';
  const request = plainRequest(incoming, isTooLarge ? new Uint8Array() : body, scheme);
  const reply = isTooLarge ? tooLarge : await handle(server, request, shown);
  await onReply?.(shown === undefined ? request : showing(request, shown), reply, startedAt);
  if (reply.delayMs !== undefined) await setTimeout(reply.delayMs, undefined, { ref: false });
  if (reply.connection === 'close') socket.destroy();
  if (reply.connection === undefined) send(reply, incoming, socket);
}

async function readBody(incoming: IncomingMessage): Promise<Uint8Array | 'too large' | 'aborted'> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > largestRequest) return 'too large';
      chunks.push(chunk);
    }
  } catch {
    return 'aborted';
  }
  return Buffer.concat(chunks);
}

function plainRequest(
  { headers: { host = 'localhost' }, method = '', url = '', rawHeaders, httpVersion }: IncomingMessage,
  body: Uint8Array,
  scheme: string,
): HttpRequest {
  const headers = rawHeaders.flatMap((name, index): readonly Header[] =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [],
  );
  const connection = httpVersion === '1.0' ? { connection: { httpVersion: 'HTTP/1.0' as const } } : {};
  return { method, url: url.startsWith('/') ? `${scheme}://${host}${url}` : url, headers, body, ...connection };
}

function showing(request: HttpRequest, certificate: string): HttpRequest {
  return { ...request, connection: { ...request.connection, clientCertificate: { certificate } } };
}

function endWhereCertificateIsShown(socket: TLSSocket): void {
  if (shownBy(socket) !== undefined) socket.destroy();
}

/** The client certificate of the connection, from any issuer: the handshake has proven that the client has its key. */
function shownBy(socket: Socket): string | undefined {
  return socket instanceof TLSSocket ? socket.getPeerX509Certificate()?.toString() : undefined;
}

/** Answers with an error text for an internal error, because nobody here could catch it. */
async function handle(server: ReferenceServer, request: HttpRequest, shown: string | undefined): Promise<Reply> {
  try {
    return await server.handle(request, shown);
  } catch (error) {
    const what = error instanceof VoidDeparture ? error.message : `the reference server is broken: ${String(error)}`;
    return { response: httpResponse(500, plainText, Buffer.from(`${what}\n`, 'utf8')) };
  }
}

const plainText: readonly Header[] = [
  ['Content-Type', 'text/plain; charset=utf-8'],
  ['Connection', 'close'],
];
const tooLarge: Reply = { response: httpResponse(413, plainText, Buffer.from('The request is too large.\n', 'utf8')) };
