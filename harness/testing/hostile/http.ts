import { gzipSync } from 'node:zlib';
import type { Behaviour, Family, Holds } from './behaviour.ts';

const row = (name: string, reply: string, holds: Holds, more: Partial<Behaviour> = {}): Behaviour => ({
  name,
  attack: { by: 'bytes', reply },
  holds,
  ...more,
});

const type = 'Content-Type: application/soap+xml; charset=utf-8\r\n';
const ok = `HTTP/1.1 200 OK\r\n${type}`;
const closing = 'Connection: close\r\n';
const whole = (head: string, body: string): string => `${head}Content-Length: ${body.length}\r\n${closing}\r\n${body}`;
const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024)).toString('latin1');

/** Discover got something that is no answer: the server is at fault. */
const wrong: Holds = { exit: 1, fails: ['discovery/answer'], keeps: 1_500_000 };
/** Nothing that looks like HTTP came. */
const noHttp: Holds = { exit: 4, says: 'the target did not answer' };
/** Something came that is no enrollment service. */
const elsewhere: Holds = { exit: 4, says: 'no enrollment service at this address' };

/** Heads that are no heads, or too many of them. */
export const heads: Family = {
  title: 'HTTP heads',
  subject: 'A target that answers with',
  rows: [
    row('another protocol', 'SSH-2.0-OpenSSH_9.6\r\n', noHttp, { built: true }),
    row('HTTP/0.9, a body without a head', '<html>hello</html>', noHttp),
    row('HTTP/2 frames', '\0\0\x12\x04\0\0\0\0\0\0\x03\0\0\0\x64', noHttp),
    row('a status of two digits', `HTTP/1.1 20 OK\r\n\r\n`, noHttp),
    row('a status of four digits', `HTTP/1.1 2000 OK\r\n\r\n`, noHttp),
    row('the status 999', whole('HTTP/1.1 999 Denied\r\n', ''), wrong),
    row('the status 000', whole('HTTP/1.1 000 Nothing\r\n', ''), { exit: 4 }),
    row('the version HTTP/9.9', whole(`HTTP/9.9 200 OK\r\n${type}`, '<a/>'), wrong),
    row('a status line of 100 KB', `HTTP/1.1 200 ${'x'.repeat(100_000)}\r\n\r\n`, wrong),
    row('300 header fields', whole(`${ok}${'X-A: b\r\n'.repeat(300)}`, '<a/>'), wrong),
    row('a header field of 60 KB', whole(`${ok}X-Huge: ${'x'.repeat(60_000)}\r\n`, '<a/>'), wrong),
    row('header lines without a colon', whole(`${ok}no colon here\r\n: no name\r\n`, '<a/>'), wrong),
    row('a folded header field', whole(`${ok}X-A: b\r\n  c\r\n\td\r\n`, '<a/>'), wrong),
    row('bare line feeds', `HTTP/1.1 200 OK\nContent-Type: application/soap+xml\nContent-Length: 4\n\n<a/>`, wrong),
    row('NUL and control characters in header fields', whole(`${ok}X-\0A: b\0\x1b[31m\x07\r\n`, '<a/>'), wrong),
    row('each header field twice, with other values', whole(`${ok}${type}Content-Type: text/html\r\n`, '<a/>'), wrong),
    row(
      'header fields named like members of an object',
      whole(`${ok}__proto__: x\r\nconstructor: y\r\ntoString: z\r\n`, '<a/>'),
      wrong,
    ),
    row('101 Switching Protocols', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n', { exit: 1 }),
    row(
      'one hundred interim responses before the answer',
      `${'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'.repeat(100)}${whole(ok, '<a/>')}`,
      { exit: 4, says: 'More than 20 interim responses' },
    ),
    row('an interim response and nothing else', 'HTTP/1.1 100 Continue\r\n\r\n', noHttp),
    row(
      '401 that asks for the password in clear',
      whole('HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm="Enter your password"\r\n', ''),
      { exit: 4, says: 'refused every request with HTTP 401' },
    ),
    row(
      '407 that asks for the password of a proxy',
      whole('HTTP/1.1 407 Proxy\r\nProxy-Authenticate: Basic realm="x"\r\n', ''),
      { exit: 1 },
    ),
    row(
      '503 and a Retry-After of ten thousand years',
      whole('HTTP/1.1 503 Busy\r\nRetry-After: 315360000000\r\n', ''),
      { exit: 3, says: 'HTTP 503 to every request' },
    ),
    row('one thousand cookies', whole(`${ok}${'Set-Cookie: a=b\r\n'.repeat(1000)}`, '<a/>'), wrong),
  ],
};

/** Lies about where a body ends, or what it is. */
export const framing: Family = {
  title: 'HTTP framing and codings',
  subject: 'A target that answers with',
  rows: [
    row('two different lengths', `${ok}Content-Length: 4\r\nContent-Length: 7\r\n\r\n<a/>`, wrong),
    row(
      'a length and a chunked coding',
      `${ok}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<a/>\r\n0\r\n\r\n`,
      wrong,
    ),
    row('a negative length', `${ok}Content-Length: -4\r\n\r\n<a/>`, wrong),
    row('a length that is no number', `${ok}Content-Length: four\r\n\r\n<a/>`, wrong),
    row('a length of 30 digits', `${ok}Content-Length: ${'9'.repeat(30)}\r\n\r\n<a/>`, wrong),
    row('a length in hexadecimal', `${ok}Content-Length: 0x4\r\n\r\n<a/>`, wrong),
    row('a length of one terabyte', `${ok}Content-Length: 1099511627776\r\n\r\n<a/>`, wrong, { built: true }),
    row('bytes after the announced end', `${ok}Content-Length: 4\r\n\r\n<a/>HTTP/1.1 200 OK\r\n\r\nsmuggled`, wrong),
    row('a chunk size that is no number', `${ok}Transfer-Encoding: chunked\r\n\r\nzz\r\n<a/>`, wrong),
    row('a negative chunk size', `${ok}Transfer-Encoding: chunked\r\n\r\n-4\r\n<a/>\r\n0\r\n\r\n`, wrong),
    row('a chunk size of 64 digits', `${ok}Transfer-Encoding: chunked\r\n\r\n${'f'.repeat(64)}\r\n<a/>`, wrong),
    row(
      'a chunk extension of 100 KB',
      `${ok}Transfer-Encoding: chunked\r\n\r\n4;${'x'.repeat(100_000)}\r\n<a/>\r\n0\r\n\r\n`,
      wrong,
    ),
    row('chunks without an end', `${ok}Transfer-Encoding: chunked\r\n\r\n4\r\n<a/>\r\n`, wrong),
    row(
      '1,000 chunks of one byte',
      `${ok}Transfer-Encoding: chunked\r\n\r\n${'1\r\na\r\n'.repeat(1000)}0\r\n\r\n`,
      elsewhere,
    ),
    row(
      'trailer fields that name a length',
      `${ok}Transfer-Encoding: chunked\r\n\r\n4\r\n<a/>\r\n0\r\nContent-Length: 9\r\n\r\n`,
      wrong,
    ),
    row('an unknown transfer coding', `${ok}Transfer-Encoding: xor\r\n\r\n<a/>`, wrong),
    row('a content coding that is none', whole(`${ok}Content-Encoding: rot13\r\n`, '<a/>'), wrong),
    row(
      'gzip that nobody asked for',
      whole(`${ok}Content-Encoding: gzip\r\n`, gzipSync('<a/>').toString('latin1')),
      wrong,
    ),
    row('gzip of 64 MiB of zeros', whole(`${ok}Content-Encoding: gzip\r\n`, bomb), wrong, { cost: 'a second' }),
    row(
      'gzip ten times over, as it says',
      whole(`${ok}Content-Encoding: ${'gzip, '.repeat(9)}gzip\r\n`, gzipSync('a').toString('latin1')),
      wrong,
    ),
    row(
      'a character set that does not exist',
      whole('HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml; charset=x-trap\r\n', '<a/>'),
      wrong,
    ),
    row('a media type of 10 KB', whole(`HTTP/1.1 200 OK\r\nContent-Type: ${'a/b;'.repeat(2500)}\r\n`, '<a/>'), wrong),
    row(
      'a page of somebody else',
      whole('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n', '<html><title><script>alert(1)</script></title></html>'),
      elsewhere,
    ),
  ],
};
