import { expect, test } from 'vitest';
import type { FramingDefect } from '../../engine/rule/counterexample.ts';
import { rawReply } from './raw-reply.ts';
import { httpResponse } from './reply.ts';

const response = httpResponse(
  200,
  [
    ['X-Twice', 'a'],
    ['X-Twice', 'b'],
  ],
  Buffer.from('hello, device'),
);
const written = (framing?: FramingDefect) =>
  Buffer.from(rawReply({ response, ...(framing === undefined ? {} : { framing }) })).toString('latin1');

test('writes status line, header fields in order and body', () => {
  expect(written()).toBe('HTTP/1.1 200 OK\r\nX-Twice: a\r\nX-Twice: b\r\nContent-Length: 13\r\n\r\nhello, device');
});

test('writes two chunks without a length', () => {
  expect(written('chunked')).toMatch(
    /b\r\nTransfer-Encoding: chunked\r\n\r\n7\r\nhello, \r\n6\r\ndevice\r\n0\r\n\r\n$/,
  );
});

test('announces less and more than there is', () => {
  expect(written('length-short')).toContain('Content-Length: 3\r\n');
  expect(written('length-long')).toContain('Content-Length: 23\r\n');
});

test('announces two lengths, and a length beside chunks', () => {
  expect(written('two-lengths')).toContain('Content-Length: 13\r\nContent-Length: 23\r\n');
  expect(written('length-and-chunked')).toContain('Content-Length: 13\r\nTransfer-Encoding: chunked\r\n');
});
