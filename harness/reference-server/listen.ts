import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import https from 'node:https';
import { setTimeout } from 'node:timers/promises';
import type { AddressInfo, Socket } from 'node:net';
import type { ServerOptions } from 'node:https';
import type { TlsDefect } from '../engine/counterexample.ts';
import type { Header, HttpRequest } from '../session/exchange.ts';
import { VoidDeparture } from './departures.ts';
import type { ReferenceServer } from './handler.ts';
import { rawReply } from './raw-reply.ts';
import { httpResponse, type Reply } from './reply.ts';

export interface ListenOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** A name or address of this machine, which the certificate will carry. Default: 127.0.0.1. */
  readonly host?: string;
}

/** A server that listens until it is closed. */
export interface Listener extends AsyncDisposable {
  /** `https://127.0.0.1:49152`. */
  readonly origin: string;
  /** The root that a client must trust. */
  readonly caPem: string;
  /** Ends every connection, answered or not, and stops listening. */
  close(): Promise<void>;
}

/** Larger requests are answered with 413. */
const largestRequest = 8 * 1024 * 1024;

/** Serves over TLS, with the identity and the TLS defect of the server. Rejects when the port cannot be had. */
export async function listen(server: ReferenceServer, options: ListenOptions = {}): Promise<Listener> {
  const { port = 0, host = '127.0.0.1' } = options;
  const defect = server.tlsDefect;
  const hosts = [...new Set([host, '127.0.0.1', 'localhost'])];
  const identity = server.authority.serverIdentity({ hosts, ...(defect === undefined ? {} : { defect }) });
  const listener = https.createServer({
    key: identity.keyPem,
    cert: identity.chainPem,
    ...tlsOptions(defect, identity.caPem),
  });
  const sockets = new Set<Socket>();
  listener.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  listener.on('request', (request: IncomingMessage) => {
    void answer(server, request);
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
  return { origin: `https://${name}:${bound}`, caPem: identity.caPem, close, [Symbol.asyncDispose]: close };
}

function tlsOptions(defect: TlsDefect | undefined, ca: string): ServerOptions {
  if (defect === 'demands-client-certificate') return { ca, requestCert: true, rejectUnauthorized: true };
  if (defect !== 'tls-1.1') return { minVersion: 'TLSv1.2' };
  return { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' };
}

/** Answers on the raw socket, where nothing corrects the framing, and ends the connection. */
async function answer(server: ReferenceServer, incoming: IncomingMessage): Promise<void> {
  const { socket } = incoming;
  const body = await readBody(incoming);
  if (body === 'aborted') return;
  const reply = body === 'too large' ? tooLarge : await handle(server, plainRequest(incoming, body));
  if (reply.delayMs !== undefined) await setTimeout(reply.delayMs, undefined, { ref: false });
  if (reply.connection === 'close') socket.destroy();
  if (reply.connection === undefined) socket.end(rawReply(reply));
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
): HttpRequest {
  const headers = rawHeaders.flatMap((name, index): readonly Header[] =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [],
  );
  const connection = httpVersion === '1.0' ? { connection: { httpVersion: 'HTTP/1.0' as const } } : {};
  return { method, url: url.startsWith('/') ? `https://${host}${url}` : url, headers, body, ...connection };
}

/** Our own defects cannot be thrown at anyone here, so they are answered in words that no protocol has. */
async function handle(server: ReferenceServer, request: HttpRequest): Promise<Reply> {
  try {
    return await server.handle(request);
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
