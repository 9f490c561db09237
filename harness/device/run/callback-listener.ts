import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { countCallbacks } from './callback.ts';
import type { Callback } from './callback.ts';
import { callbackHost } from './callback-host.ts';

/** The address for servers that fetch, and the port to listen on. */
export interface CallbackAddress {
  /** The address at which the server reaches this machine. Default: loopback. */
  readonly url?: string;
  /** The local port, if something forwards `url` to it. Default: the port of `url`. */
  readonly port?: number;
}

/** What anybody who can connect may take of this machine. */
export const callbackLimits = {
  /** More at the same time are closed at once. */
  connections: 64,
  /** The request line and the header fields, in bytes. */
  headBytes: 16 * 1024,
  /** Of a request body, which nobody reads. */
  bodyBytes: 64 * 1024,
  /** For a whole request, from the connection on. */
  timeoutMs: 5_000,
} as const;

/**
 * Listens for servers that fetch what a request names, until it is disposed of: on loopback, or where `callbackHost` says for `url`.
 * Nothing that comes over a connection throws. Rejects if it cannot listen there, with `ForeignCallbackHost` if `url` names another
 * machine without a port.
 */
export async function listenForCallbacks(
  { url, port }: CallbackAddress = {},
  { connections, headBytes, bodyBytes, timeoutMs }: Limits = callbackLimits,
): Promise<Callback & AsyncDisposable> {
  const listener = http.createServer({
    maxHeaderSize: headBytes,
    headersTimeout: timeoutMs,
    requestTimeout: timeoutMs,
    connectionsCheckingInterval: Math.min(timeoutMs, 1_000),
  });
  listener.maxConnections = connections;
  listener.maxRequestsPerSocket = 1;
  const host = url === undefined ? '127.0.0.1' : await callbackHost(url, port !== undefined);
  listener.listen(port ?? portOf(url), host);
  await once(listener, 'listening');
  const { port: bound } = listener.address() as AddressInfo;
  const callback = countCallbacks(url ?? `http://127.0.0.1:${bound}`);
  listener.on('request', (request, response) => {
    const path = pathOf(request.url);
    if (path !== undefined) callback.note(path);
    request.on('error', ignore);
    response.on('error', ignore);
    let received = 0;
    request.on('data', (bytes: Buffer) => {
      received += bytes.length;
      if (received > bodyBytes) request.socket.destroy();
    });
    // An empty text is a valid entity and a valid external subset, so that whoever fetched it goes on.
    response.writeHead(200, { 'Content-Type': 'text/plain', Connection: 'close' }).end();
  });
  listener.on('connection', (socket: Socket) => {
    socket.on('error', ignore);
    const deadline = setTimeout(() => socket.destroy(), 2 * timeoutMs);
    socket.once('close', () => {
      clearTimeout(deadline);
    });
  });
  listener.on('clientError', (_, socket) => socket.destroy());
  listener.on('error', ignore);
  return {
    ...callback,
    [Symbol.asyncDispose]: async () => {
      listener.close();
      listener.closeAllConnections();
      await once(listener, 'close');
    },
  };
}

type Limits = { readonly [Name in keyof typeof callbackLimits]: number };

/** Faults of a connection are those of whoever connects; a system out of descriptors takes the next connection later. */
function ignore(): void {
  // Nothing is to be done.
}

/** The path of a request target; undefined for one that is no path and no URL. */
function pathOf(target = ''): string | undefined {
  const url = target.startsWith('/') ? `http://localhost${target}` : target;
  return URL.canParse(url) ? new URL(url).pathname : undefined;
}

function portOf(url: string | undefined): number {
  if (url === undefined) return 0;
  const { port, protocol } = new URL(url);
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}
