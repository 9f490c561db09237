import type { ClientRequest, IncomingMessage } from 'node:http';
import { announcedFraming } from '../exchange/announced-framing.ts';
import { breakageOf } from '../exchange/broken-answer.ts';
import type { Answer, Header, HttpRequest } from '../exchange/exchange.ts';

/** Limits of one exchange. */
export interface InterceptedSettings {
  /** Milliseconds for the whole exchange. */
  readonly timeoutMs: number;
  /** Bytes of a response body. */
  readonly maxBodyBytes: number;
}

/** Sends a request that something in this process (msw) answers. Without a wire, there are no facts of TLS. */
export function exchangeIntercepted(
  outgoing: ClientRequest,
  request: HttpRequest,
  { timeoutMs, maxBodyBytes }: InterceptedSettings,
): Promise<Answer> {
  const { host } = new URL(request.url);
  return new Promise((resolve) => {
    const finish = (answer: Answer): void => {
      clearTimeout(deadline);
      outgoing.destroy();
      resolve(answer);
    };
    const deadline = setTimeout(() => {
      const message = `${host} did not complete its answer within ${timeoutMs} ms.`;
      finish({ kind: 'broken', reason: 'timeout', message });
    }, timeoutMs);

    outgoing.on('error', (error) => {
      finish({ kind: 'broken', ...breakageOf(error, host, 'open') });
    });
    outgoing.once('response', (incoming: IncomingMessage) => {
      const parts: Buffer[] = [];
      let length = 0;
      incoming.on('data', (bytes: Buffer) => {
        parts.push(bytes);
        length += bytes.length;
        if (length <= maxBodyBytes) return;
        const message = `The answer of ${host} is larger than ${maxBodyBytes} bytes; the rest was not read.`;
        finish({ kind: 'broken', reason: 'too-large', message });
      });
      incoming.once('error', (error) => {
        finish({ kind: 'broken', ...breakageOf(error, host, 'open') });
      });
      incoming.once('end', () => {
        finish(answered(incoming, new Uint8Array(Buffer.concat(parts))));
      });
    });
    outgoing.end(request.body);
  });
}

function answered(incoming: IncomingMessage, body: Uint8Array): Answer {
  const { statusCode = 0, statusMessage = '', httpVersion, rawHeaders } = incoming;
  const headers = pairs(rawHeaders);
  const framing = announcedFraming(headers, body);
  const response = { status: statusCode, statusText: statusMessage, httpVersion: `HTTP/${httpVersion}`, headers, body };
  return { kind: 'answered', response: { ...response, ...(framing ? { framing } : {}) } };
}

/** Node lists raw header fields flat: name, value, name, value. */
function pairs(raw: readonly string[]): Header[] {
  const names = raw.filter((_, index) => index % 2 === 0);
  return names.map((name, index) => [name, raw[2 * index + 1] ?? '']);
}
