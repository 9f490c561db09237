import { once } from 'node:events';
import net from 'node:net';
import tls from 'node:tls';

/** How the server goes on behind its reply. */
export interface RawServerOptions {
  /** Default: `close`. `endless` repeats `piece` as long as it is read. */
  readonly end?: 'close' | 'reset' | 'never' | 'endless';
  readonly piece?: string;
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
  const onConnection = (socket: net.Socket): void => {
    sockets.add(socket);
    const certificate = socket instanceof tls.TLSSocket ? socket.getPeerX509Certificate() : undefined;
    if (certificate) clientCertificates.push(certificate.subject);
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => received.push(bytes));
    socket.once('data', () => {
      void answer(socket, [reply].flat(), options);
    });
  };
  const server = options.tls
    ? tls.createServer(options.tls, onConnection).on('tlsClientError', () => undefined)
    : net.createServer(onConnection);
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

async function answer(socket: net.Socket, reply: readonly string[], options: RawServerOptions): Promise<void> {
  const { end = 'close', piece = '' } = options;
  for (const part of reply.filter((text) => text !== '')) await written(socket, part);
  if (end === 'close') socket.end();
  if (end === 'reset') socket.resetAndDestroy();
  while (end === 'endless' && !socket.destroyed) await written(socket, piece);
}

function written(socket: net.Socket, text: string): Promise<void> {
  return new Promise((resolve) => {
    socket.write(text, 'latin1', () => setImmediate(resolve));
  });
}
