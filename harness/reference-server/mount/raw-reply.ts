import type { FramingDefect } from '../../engine/rule/counterexample.ts';
import type { Header, HttpResponse } from '../../wire/exchange/exchange.ts';
import { withHeader, withoutHeader, type Reply } from './reply.ts';

/** The error in bytes of a wrong Content-Length. */
const lengthError = 10;

/**
 * The exact bytes of an answer on the wire: status line, header fields in order, and the body with the framing of the
 * reply. The connection ends after them, which delimits a body without a length.
 */
export function rawReply({ response, framing }: Reply): Uint8Array {
  const headers = framing === undefined ? response.headers : misframedHeaders(response, framing);
  const body = isChunked(framing) ? chunked(response.body) : response.body;
  const statusLine = `${response.httpVersion} ${response.status} ${response.statusText}`;
  const lines = [statusLine, ...headers.map(([name, value]) => `${name}: ${value}`), '', ''];
  return Buffer.concat([Buffer.from(lines.join('\r\n'), 'latin1'), body]);
}

function misframedHeaders({ headers, body }: HttpResponse, framing: FramingDefect): readonly Header[] {
  const length = (bytes: number) => withHeader(headers, 'Content-Length', String(Math.max(0, bytes)));
  switch (framing) {
    case 'chunked':
      return [...withoutHeader(headers, 'Content-Length'), ['Transfer-Encoding', 'chunked']];
    case 'no-length':
      return withoutHeader(headers, 'Content-Length');
    case 'length-short':
      return length(body.length - lengthError);
    case 'length-long':
      return length(body.length + lengthError);
    case 'length-in-characters':
      return length(Buffer.from(body).toString('utf8').length);
    case 'two-lengths':
      return [...length(body.length), ['Content-Length', String(body.length + lengthError)]];
    case 'length-and-chunked':
      return [...length(body.length), ['Transfer-Encoding', 'chunked']];
  }
}

function isChunked(framing: FramingDefect | undefined): boolean {
  return framing === 'chunked' || framing === 'length-and-chunked';
}

/** RFC 9112 section 7.1. It sends two chunks, so that a client shows if it takes the first one for all. */
function chunked(body: Uint8Array): Uint8Array {
  const middle = Math.ceil(body.length / 2);
  const parts = [body.subarray(0, middle), body.subarray(middle)].filter((part) => part.length > 0);
  const chunks = parts.flatMap((part) => [
    Buffer.from(`${part.length.toString(16)}\r\n`, 'latin1'),
    part,
    Buffer.from('\r\n', 'latin1'),
  ]);
  return Buffer.concat([...chunks, Buffer.from('0\r\n\r\n', 'latin1')]);
}
