import { test } from 'vitest';
import { expectLinear } from '../../testing/expect-linear.ts';
import { createMessageEndFinder } from './message-end.ts';
import { readRawResponse } from './raw-response.ts';

const megabyte = 1024 * 1024;
const soap = 'HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml\r\n';
const chunked = `${soap}Transfer-Encoding: chunked\r\n\r\n`;

/** Bytes of a connection, `size` of them or a few more. */
const answers: readonly (readonly [name: string, of: (size: number) => string])[] = [
  ['a head without end', (size) => `${soap}X: ${'a'.repeat(size)}`],
  ['a head of many fields', (size) => soap + 'X: 1\r\n'.repeat(size / 6)],
  ['a status line of spaces', (size) => `HTTP/1.1 200${' '.repeat(size)}\rx\r\n\r\n`],
  ['blank lines before the head', (size) => '\r\n'.repeat(size / 2) + soap],
  ['interim responses', (size) => 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(size / 25)],
  ['a body without a length', (size) => `${soap}\r\n${'a'.repeat(size)}`],
  ['bytes after the end', (size) => `${soap}Content-Length: 1\r\n\r\n${'\n'.repeat(size)}`],
  ['one chunk', (size) => `${chunked}${size.toString(16)}\r\n${'a'.repeat(size)}\r\n0\r\n\r\n`],
  ['tiny chunks', (size) => `${chunked}${'20\n0123456789abcdef0123456789abcdef'.repeat(size / 35)}0\r\n\r\n`],
  ['a size line without end', (size) => `${chunked}1;${'a'.repeat(size)}`],
  ['trailers', (size) => `${chunked}0\r\n${'X: 1\r\n'.repeat(size / 6)}\r\n`],
  ['a trailer without end', (size) => `${chunked}0\r\nX: ${'a'.repeat(size)}`],
  ['bytes after the last chunk', (size) => `${chunked}0\r\n\r\n${'0\r\n'.repeat(size / 3)}`],
];

/** Follows the bytes as they arrive, in the pieces of a slow network, and reads the response at the end. */
function read(bytes: Buffer): void {
  const finder = createMessageEndFinder('POST');
  for (let arrived = 1024; arrived < bytes.length; arrived += 1024) finder.locate(bytes.subarray(0, arrived));
  readRawResponse(bytes, { method: 'POST', closed: true });
}

test.for(answers)('%s: twice the bytes cost about twice', { timeout: 60_000 }, ([, of]) => {
  expectLinear(
    [1, 2, 4].map((size) => {
      const bytes = Buffer.from(of(size * megabyte), 'latin1');
      return () => {
        read(bytes);
      };
    }),
  );
});
