import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { countCallbacks } from './callback.ts';
import type { Callback } from './callback.ts';

/** The address for servers that fetch, and the port to listen on. */
export interface CallbackAddress {
  /** The address at which the server reaches this machine. Default: loopback. */
  readonly url?: string;
  /** The local port, if something forwards `url` to it. Default: the port of `url`. */
  readonly port?: number;
}

/**
 * Listens for servers that fetch what a request names, until it is disposed of. Rejects if it cannot listen on the
 * port.
 */
export async function listenForCallbacks({ url, port }: CallbackAddress = {}): Promise<Callback & AsyncDisposable> {
  const listener = http.createServer();
  listener.listen(port ?? portOf(url), url === undefined ? '127.0.0.1' : undefined);
  await once(listener, 'listening');
  const { port: bound } = listener.address() as AddressInfo;
  const callback = countCallbacks(url ?? `http://127.0.0.1:${bound}`);
  listener.on('request', (request, response) => {
    callback.note(new URL(request.url ?? '/', 'http://localhost').pathname);
    // An empty text is a valid entity and a valid external subset, so that whoever fetched it goes on.
    response.writeHead(200, { 'Content-Type': 'text/plain', Connection: 'close' }).end();
  });
  return {
    ...callback,
    [Symbol.asyncDispose]: async () => {
      listener.close();
      listener.closeAllConnections();
      await once(listener, 'close');
    },
  };
}

function portOf(url: string | undefined): number {
  if (url === undefined) return 0;
  const { port, protocol } = new URL(url);
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}
