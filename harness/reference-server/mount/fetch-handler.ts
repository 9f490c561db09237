import { setTimeout } from 'node:timers/promises';
import type { Header, HttpRequest } from '../../wire/exchange/exchange.ts';
import type { ReferenceServer } from './handler.ts';
import type { Reply } from './reply.ts';

/** Anything that answers like `fetch`: the reference server, or the application under test. */
export type FetchHandler = (request: Request) => Promise<Response>;

/** A reply that a `Response` cannot carry: framing, a broken connection, or a status below 200 or above 599. */
export class InexpressibleReply extends Error {
  override readonly name = 'InexpressibleReply';
}

/** How a fetch handler learns what a `Request` does not show. */
export interface FetchHandlerOptions {
  /** The field that holds the client certificate of the connection: PEM, percent-encoded. Whoever sets it is believed. */
  readonly certificateHeader?: string;
}

/**
 * The server as a fetch handler. `Response` merges and sorts header fields and has no framing. Rejects with
 * `InexpressibleReply` for a reply that `Response` cannot hold.
 */
export function toFetchHandler(server: ReferenceServer, { certificateHeader }: FetchHandlerOptions = {}): FetchHandler {
  return async (request) => {
    const certificate = certificateHeader === undefined ? null : request.headers.get(certificateHeader);
    const reply = await server.handle(
      await readRequest(request),
      certificate === null ? undefined : decodeURIComponent(certificate),
    );
    if (reply.delayMs !== undefined) await setTimeout(reply.delayMs);
    return toResponse(reply);
  };
}

async function readRequest(request: Request): Promise<HttpRequest> {
  return {
    method: request.method,
    url: request.url,
    headers: [...request.headers].map(([name, value]): Header => [name, value]),
    body: new Uint8Array(await request.arrayBuffer()),
  };
}

function toResponse({ response, framing, connection }: Reply): Response {
  if (framing !== undefined) throw new InexpressibleReply(`a Response cannot be framed as ${framing}`);
  if (connection !== undefined) throw new InexpressibleReply(`a Response cannot ${connection} the connection`);
  const { status, statusText, body } = response;
  if (status < 200 || status > 599) throw new InexpressibleReply(`a Response cannot have the status ${status}`);
  const headers = new Headers(response.headers.map(([name, value]): [string, string] => [name, value]));
  if (!withoutBody.has(status)) return new Response(body, { status, statusText, headers });
  if (body.length > 0) throw new InexpressibleReply(`a Response with the status ${status} cannot have a body`);
  return new Response(null, { status, statusText, headers });
}

/** Null body statuses of the Fetch standard. */
export const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);
