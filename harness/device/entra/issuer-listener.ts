import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves the documents of an issuer on loopback. */
export interface IssuerListener extends AsyncDisposable {
  /** `http://127.0.0.1:port`. */
  readonly origin: string;
}

/** A server that asks for a key set needs a few connections; whoever wants more waits. */
const limits = { maxHeaderSize: 8192, requestTimeout: 10_000, headersTimeout: 10_000, keepAliveTimeout: 1000 };
const mostConnections = 64;

/**
 * Listens on a port of 127.0.0.1; 0 takes a free one. `documentsAt` gives the documents by path. It reads no body, and answers every request
 * that it does not know with 404. Rejects if it cannot listen.
 */
export async function listenAsIssuer(
  port: number,
  documentsAt: (origin: string) => ReadonlyMap<string, string>,
): Promise<IssuerListener> {
  let documents: ReadonlyMap<string, string> = new Map();
  const server = createServer(limits, (request, response) => {
    request.resume();
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    const document = documents.get(request.url?.replace(/\?.*$/s, '') ?? '');
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (document === undefined || !isRead) {
      response.writeHead(document === undefined ? 404 : 405, { 'Content-Length': '0', Connection: 'close' }).end();
      return;
    }
    const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(document) };
    response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : document);
  });
  server.maxConnections = mostConnections;
  server.on('clientError', (_error, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  documents = documentsAt(origin);
  return {
    origin,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
