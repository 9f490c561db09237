import { once } from 'node:events';
import http from 'node:http';
import type { IncomingMessage, RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { withoutBody } from '../../reference-server/mount/fetch-handler.ts';
import type { RequestHandler } from '../../wire/transport/fetch-transport.ts';

/** A listener of Node as a handler of requests, until it is closed. */
export interface ListenerHandler {
  readonly handler: RequestHandler;
  readonly close: () => void;
}

/**
 * Serves a listener on a free port of loopback and hands requests for any host on to it, with the `Host` that they name. It says
 * `X-Forwarded-Proto: https`, as a proxy that ends TLS before it does. It keeps no process alive.
 */
export function listenerHandler(listener: RequestListener): ListenerHandler {
  const server = http.createServer(listener);
  server.unref();
  const listening = once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    handler: async (request) => {
      await listening;
      const { port } = server.address() as AddressInfo;
      const { host, pathname, search } = new URL(request.url);
      const body = Buffer.from(await request.arrayBuffer());
      const headers = [...request.headers].flat();
      const outgoing = http.request({
        port,
        host: '127.0.0.1',
        method: request.method,
        path: `${pathname}${search}`,
        headers: ['Host', host, 'X-Forwarded-Proto', 'https', ...headers],
        agent: false,
        signal: request.signal,
      });
      outgoing.end(body);
      const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
      return responseOf(answer, await buffer(answer));
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function responseOf({ statusCode = 0, statusMessage = '', rawHeaders }: IncomingMessage, body: Buffer): Response {
  const headers = new Headers();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  const status = { status: statusCode, statusText: statusMessage, headers };
  return new Response(withoutBody.has(statusCode) ? null : new Uint8Array(body), status);
}
