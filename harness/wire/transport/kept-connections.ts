import type net from 'node:net';
import type { Answer, HttpRequest, HttpResponse, TlsFacts } from '../exchange/exchange.ts';

/** A connection that is open between two requests. */
export interface OpenConnection {
  readonly socket: net.Socket;
  readonly facts?: TlsFacts;
  /** Its name in the session. */
  readonly name: string;
}

/** The connections that requests of one name share, one for each origin. */
export interface KeptConnections {
  /** Takes the open connection for this request out; undefined if there is none, or if the server has closed it. */
  readonly take: (request: HttpRequest) => OpenConnection | undefined;
  /** Keeps a connection for the next such request. The process does not wait for it. */
  readonly keep: (request: HttpRequest, connection: OpenConnection) => void;
  /** A name for a new connection: `kept-connection 1`. */
  readonly nameFor: (request: HttpRequest) => string;
}

/** `idleMs` is how long a connection stays open without a request, in milliseconds. */
export function createKeptConnections(idleMs = 15_000): KeptConnections {
  const open = new Map<string, OpenConnection>();
  const counts = new Map<string, number>();
  const keyOf = ({ url, connection }: HttpRequest): string => `${connection?.kept ?? ''} ${new URL(url).origin}`;
  return {
    take: (request) => {
      const key = keyOf(request);
      const connection = open.get(key);
      open.delete(key);
      if (!connection || connection.socket.destroyed || !connection.socket.writable) return undefined;
      connection.socket.removeAllListeners('close').removeAllListeners('end').removeAllListeners('error');
      connection.socket.setTimeout(0).ref();
      return connection;
    },
    keep: (request, connection) => {
      const key = keyOf(request);
      const forget = (): void => {
        if (open.get(key) === connection) open.delete(key);
        connection.socket.destroy();
      };
      open.set(key, connection);
      connection.socket.setTimeout(idleMs, forget).unref();
      for (const event of ['end', 'close', 'error']) connection.socket.on(event, forget);
    },
    nameFor: ({ connection }) => {
      const kept = connection?.kept ?? '';
      const count = (counts.get(kept) ?? 0) + 1;
      counts.set(kept, count);
      return `${kept} ${count}`;
    },
  };
}

/** Whether the server lets the connection be used again (RFC 9112 section 9.3): it does not announce its end, and its answer ends by itself. */
export function mayBeKept({ httpVersion, headers, framing }: HttpResponse): boolean {
  const options = headers
    .filter(([name]) => name.toLowerCase() === 'connection')
    .flatMap(([, value]) => value.split(','));
  const isClosing = options.some((option) => option.trim().toLowerCase() === 'close');
  const isDelimited =
    framing !== undefined && (framing.contentLengths.length > 0 || framing.transferEncoding !== undefined);
  return httpVersion === 'HTTP/1.1' && !isClosing && isDelimited;
}

/** The server closed the connection before it had answered anything, perhaps before it read the request. */
export function isUnanswered(answer: Answer): boolean {
  return answer.kind === 'broken' && answer.response === undefined && ['closed', 'reset'].includes(answer.reason);
}
