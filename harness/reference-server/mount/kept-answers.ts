import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { TlsDefect } from '../../protocol/pki/build/tls-defect.ts';
import { rawReply } from './raw-reply.ts';
import { httpResponse, withHeader, type Reply } from './reply.ts';

/** Writes a reply to the socket of its request. */
export type SendReply = (reply: Reply, request: IncomingMessage, socket: Socket) => void;

const strayBody: Reply = {
  response: httpResponse(400, [['Connection', 'close']], Buffer.from('The request line cannot be read.\n', 'utf8')),
};

/**
 * Keeps the connection of a client that asks for it, and ends any other with the reply. A defect of kept connections shows from the second
 * request on.
 */
export function keptAnswers(defect: TlsDefect | undefined): SendReply {
  const earlier = new WeakMap<Socket, Reply>();
  return (reply, { headers, httpVersion }, socket) => {
    const isKept =
      headers.connection?.toLowerCase() === 'keep-alive' && httpVersion === '1.1' && reply.framing === undefined;
    if (!isKept) {
      socket.end(rawReply(reply));
      return;
    }
    const previous = earlier.get(socket);
    const due = {
      ...reply,
      response: { ...reply.response, headers: withHeader(reply.response.headers, 'Connection', 'keep-alive') },
    };
    earlier.set(socket, due);
    if (!previous) socket.once('end', () => socket.end());
    if (previous && defect === 'answers-of-others') socket.write(rawReply(previous));
    else if (previous && defect === 'cut-later-answers') socket.end(rawReply(due).subarray(0, -20));
    else if (previous && defect === 'unread-bodies' && previous.response.status >= 400) socket.end(rawReply(strayBody));
    else socket.write(rawReply(due));
  };
}
