import { describe, expect, test } from 'vitest';
import { createMessageEndFinder } from './message-end.ts';
import { readRawResponse, type RawResponse } from './raw-response.ts';

const read = (text: string, closed = false, method = 'POST'): RawResponse =>
  readRawResponse(Buffer.from(text, 'latin1'), { method, closed });

const bodyOf = (reading: RawResponse): string => Buffer.from(reading.response?.body ?? []).toString('latin1');

describe('a raw response', () => {
  test('keeps the order, the case and the repetitions of its header fields', () => {
    const reading = read('HTTP/1.1 200 Fine So\r\ncontent-length: 2\r\nX-B: 1\r\nx-a:  2 \r\nX-B: 3\r\n\r\nhi');
    expect(reading).toMatchObject({
      kind: 'whole',
      response: {
        status: 200,
        statusText: 'Fine So',
        httpVersion: 'HTTP/1.1',
        headers: [
          ['content-length', '2'],
          ['X-B', '1'],
          ['x-a', '2'],
          ['X-B', '3'],
        ],
        framing: { contentLengths: ['2'], bodyBytes: 2 },
      },
    });
    expect(bodyOf(reading)).toBe('hi');
  });

  test('is partial until its announced end', () => {
    expect(read('HTTP/1.1 200 OK\r\nContent-Le')).toEqual({ kind: 'partial' });
    const reading = read('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort', true);
    expect(reading.kind).toBe('partial');
    expect(bodyOf(reading)).toBe('short');
  });

  test('counts the bytes past its announced end without taking them for body', () => {
    const reading = read('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhello');
    expect(bodyOf(reading)).toBe('he');
    expect(reading).toMatchObject({ kind: 'whole', response: { framing: { contentLengths: ['2'], bodyBytes: 5 } } });
  });

  test('has its chunked coding removed, extensions and trailers dropped', () => {
    const reading = read(
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=1\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: 1\r\n\r\n',
    );
    expect(bodyOf(reading)).toBe('abcde');
    expect(reading).toMatchObject({
      kind: 'whole',
      response: { framing: { contentLengths: [], transferEncoding: 'chunked', bodyBytes: 5 } },
    });
  });

  test('is partial between its chunks and whole when only the last line end is missing', () => {
    const start = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n';
    const half = read(`${start}5\r\nab`, true);
    expect(half.kind).toBe('partial');
    expect(bodyOf(half)).toBe('ab');
    expect(read(`${start}2\r\nab\r\n0\r\n`, false).kind).toBe('partial');
    expect(read(`${start}2\r\nab\r\n0\r\n`, true).kind).toBe('whole');
  });

  test('with chunks that cannot be read is unreadable', () => {
    const reading = read('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n');
    expect(reading).toMatchObject({ kind: 'unreadable', reason: 'framing', response: { status: 200 } });
  });

  test('with a length and a chunked coding is read by its chunks, or by its length where there are none', () => {
    const start = 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n';
    expect(bodyOf(read(`${start}4\r\nabcd\r\n0\r\n\r\n`))).toBe('abcd');
    expect(bodyOf(read(`${start}<xml`))).toBe('<xml');
  });

  test('with two lengths is whole from the smaller one on', () => {
    const reading = read('HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 9\r\n\r\nabcde');
    expect(bodyOf(reading)).toBe('abcde');
    expect(reading).toMatchObject({ kind: 'whole', response: { framing: { contentLengths: ['3', '9'] } } });
  });

  test('without a length ends with the connection', () => {
    const text = 'HTTP/1.0 200 OK\r\n\r\nall of it';
    expect(read(text, false).kind).toBe('partial');
    expect(read(text, true).kind).toBe('whole');
    expect(bodyOf(read(text, true))).toBe('all of it');
  });

  test('with a length that is no number ends with the connection', () => {
    const reading = read('HTTP/1.1 200 OK\r\nContent-Length: 1e3\r\n\r\nabc', true);
    expect(reading).toMatchObject({ kind: 'whole', response: { framing: { contentLengths: ['1e3'], bodyBytes: 3 } } });
  });

  test.each([
    ['HEAD', 200],
    ['POST', 204],
    ['POST', 304],
  ])('to %s with status %i has no body', (method, status) => {
    const reading = read(`HTTP/1.1 ${status} X\r\nContent-Length: 5\r\n\r\n`, false, method);
    expect(reading.kind).toBe('whole');
    expect(bodyOf(reading)).toBe('');
  });

  test('behind interim responses is the final one', () => {
    const reading = read(
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nA: b\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n',
    );
    expect(reading).toMatchObject({ kind: 'whole', response: { status: 200 } });
    expect(read('HTTP/1.1 100 Continue\r\n\r\n')).toEqual({ kind: 'partial' });
  });

  test('may stand behind 20 interim responses and blank lines, but not behind 21 or 64 KiB of them', () => {
    const interim = 'HTTP/1.1 103 Hints\r\n\r\n\r\n';
    const final = 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n';
    expect(read(interim.repeat(20) + final)).toMatchObject({ kind: 'whole', response: { status: 200 } });
    const tooLarge = {
      kind: 'unreadable',
      reason: 'too-large',
      message: 'More than 20 interim responses (1xx), or 64 KiB, came before the final one.',
    };
    expect(read(interim.repeat(21) + final)).toEqual(tooLarge);
    expect(read(`HTTP/1.1 100 Go\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`.repeat(2) + final)).toEqual(tooLarge);
    expect(read('\r\n'.repeat(40_000) + final)).toEqual(tooLarge);
  });

  test('of thousands of chunks is joined in order, however it is cut', () => {
    const body = Array.from({ length: 3000 }, (_, index) => String.fromCharCode(33 + (index % 90))).join('');
    const sizes = [1, 40, 2, 33, 32, 500];
    const chunks: string[] = [];
    for (let at = 0, turn = 0; at < body.length; turn += 1) {
      const chunk = body.slice(at, at + (sizes[turn % sizes.length] ?? 1));
      chunks.push(`${chunk.length.toString(16)}\r\n${chunk}\r\n`);
      at += chunk.length;
    }
    const bytes = Buffer.from(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${chunks.join('')}0\r\n\r\n`);
    expect(bodyOf(readRawResponse(bytes, { method: 'POST', closed: false }))).toBe(body);
    const finder = createMessageEndFinder('POST');
    for (let arrived = 1; arrived < bytes.length; arrived += 7) finder.locate(bytes.subarray(0, arrived));
    expect(finder.locate(bytes)).toMatchObject({ at: 'body', whole: 'yes', bodyBytes: body.length });
  });

  test('may use bare line feeds, folded lines, odd names and odd statuses', () => {
    const reading = read('HTTP/1.1 999\nBad Name: 1\nFolded: a\n  b\nno colon\nContent-Length : 1\n\nx');
    expect(reading).toMatchObject({
      kind: 'whole',
      response: {
        status: 999,
        statusText: '',
        headers: [
          ['Bad Name', '1'],
          ['Folded', 'a b'],
          ['no colon', ''],
          ['Content-Length ', '1'],
        ],
      },
    });
  });

  test.each(['SSH-2.0-OpenSSH\r\n', '<html>', 'HTTP/1.1 twohundred\r\n\r\n'])('is not in %j', (text) => {
    expect(read(text)).toMatchObject({ kind: 'unreadable', reason: 'framing' });
  });

  test('with an endless header block or too many fields is too large', () => {
    const tooLarge = { reason: 'too-large', response: { status: 200 } };
    expect(read(`HTTP/1.1 200 OK\r\nX: ${'a'.repeat(70_000)}`)).toMatchObject(tooLarge);
    expect(read(`HTTP/1.1 200 OK\r\n${'X: 1\r\n'.repeat(201)}\r\n`)).toMatchObject(tooLarge);
  });

  test('reads the same from every way of cutting it in two', () => {
    const text = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n';
    for (let cut = 0; cut < text.length; cut += 1) expect(read(text.slice(0, cut)).kind).toBe('partial');
    expect(read(text).kind).toBe('whole');
  });
});
