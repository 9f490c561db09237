import { once } from 'node:events';
import net from 'node:net';
import { setTimeout } from 'node:timers/promises';
import tls from 'node:tls';

/** How the server goes on behind its reply. */
export interface RawServerOptions {
  /** Default: `close`. `endless` repeats `piece` as long as it is read. */
  readonly end?: 'close' | 'reset' | 'never' | 'endless';
  readonly piece?: string;
  /** Milliseconds between two pieces. Default: none. */
  readonly everyMs?: number;
  /** Speaks TLS with this identity. */
  readonly tls?: tls.TlsOptions;
}

/** A server on loopback that answers each request with hand-written bytes. */
export interface RawServer extends AsyncDisposable {
  /** With a trailing slash; its host is 127.0.0.1. */
  readonly url: string;
  readonly port: number;
  /** Everything that was received, TLS removed. */
  readonly received: () => string;
  /** Subject of each client certificate that was shown. */
  readonly clientCertificates: () => readonly string[];
}

/** Pieces of the reply leave one after the other, in writes of their own. */
export async function startRawServer(
  reply: string | readonly string[],
  options: RawServerOptions = {},
): Promise<RawServer> {
  const received: Buffer[] = [];
  const clientCertificates: string[] = [];
  const sockets = new Set<net.Socket>();
  const carriers = new Map<number, net.Socket>();
  const onConnection = (socket: net.Socket): void => {
    sockets.add(socket);
    const certificate = socket instanceof tls.TLSSocket ? socket.getPeerX509Certificate() : undefined;
    if (certificate) clientCertificates.push(certificate.subject);
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => received.push(bytes));
    socket.once('data', () => {
      void answer(socket, carriers.get(socket.remotePort ?? 0) ?? socket, [reply].flat(), options);
    });
  };
  const server = options.tls
    ? tls.createServer(options.tls, onConnection).on('tlsClientError', () => undefined)
    : net.createServer(onConnection);
  // Below TLS: only a plain connection can be reset.
  server.on('connection', (socket: net.Socket) => carriers.set(socket.remotePort ?? 0, socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}/`,
    port,
    received: () => Buffer.concat(received).toString('latin1'),
    clientCertificates: () => clientCertificates,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(
  socket: net.Socket,
  carrier: net.Socket,
  reply: readonly string[],
  options: RawServerOptions,
): Promise<void> {
  const { end = 'close', piece = '', everyMs = 0 } = options;
  for (const part of reply.filter((text) => text !== '')) await written(socket, part);
  if (end === 'close') socket.end();
  if (end === 'reset') carrier.resetAndDestroy();
  while (end === 'endless' && !socket.destroyed) {
    await written(socket, piece);
    if (everyMs > 0) await setTimeout(everyMs);
  }
}

function written(socket: net.Socket, text: string): Promise<void> {
  return new Promise((resolve) => {
    socket.write(text, 'latin1', () => setImmediate(resolve));
  });
}
