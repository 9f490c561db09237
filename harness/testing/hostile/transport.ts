import type { Behaviour, Family, Holds } from './behaviour.ts';

type Bytes = Extract<Behaviour['attack'], { readonly by: 'bytes' }>;

const silent = (holds: Partial<Holds> = {}): Holds => ({ exit: 4, says: 'the target did not answer', ...holds });
const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml\r\n';

const row = (name: string, attack: Omit<Bytes, 'by'>, holds: Holds, more: Partial<Behaviour> = {}): Behaviour => ({
  name,
  attack: { by: 'bytes', ...attack },
  holds,
  ...more,
});

/** A TLS record that announces a ServerHello of 122 bytes, and its first bytes. */
const halfServerHello = '\x16\x03\x03\x00\x7a\x02\x00\x00\x76\x03\x03';

/** What a target does with a connection. */
export const transport: Family = {
  title: 'Connections',
  subject: 'A target that',
  rows: [
    row('closes each connection without a byte', { reply: '' }, silent({ says: 'closed the connection before' }), {
      built: true,
    }),
    row('resets each connection', { reply: '', goesOn: { end: 'reset' } }, silent()),
    row('never answers', { reply: '', goesOn: { end: 'never' }, timeout: 1 }, silent({ says: 'within 1000 ms' })),
    row(
      'sends one byte of a head each tenth of a second',
      { reply: '', goesOn: { end: 'endless', piece: 'H', everyMs: 100 }, timeout: 1 },
      silent(),
    ),
    row(
      'sends a header field each tenth of a second without end',
      { reply: head, goesOn: { end: 'endless', piece: 'X-A: b\r\n', everyMs: 100 }, timeout: 1 },
      silent({ says: 'within 1000 ms' }),
    ),
    row(
      'sends one byte of a body each tenth of a second',
      {
        reply: `${head}Content-Length: 5000\r\n\r\n`,
        goesOn: { end: 'endless', piece: 'a', everyMs: 100 },
        timeout: 1,
      },
      { exit: 1, says: 'within 1000 ms' },
    ),
    row(
      'sends one chunk each tenth of a second without end',
      {
        reply: `${head}Transfer-Encoding: chunked\r\n\r\n`,
        goesOn: { end: 'endless', piece: '1\r\na\r\n', everyMs: 100 },
        timeout: 1,
      },
      { exit: 1, says: 'within 1000 ms' },
    ),
    row(
      'sends a body without end',
      { reply: `${head}\r\n`, goesOn: { end: 'endless', piece: 'a'.repeat(65_536) } },
      { exit: 1, says: 'larger than 4194304 bytes', keeps: 1_500_000 },
      { cost: 'a second' },
    ),
    row(
      'sends a head without end',
      { reply: head, goesOn: { end: 'endless', piece: 'X-Padding: x\r\n'.repeat(1000) } },
      { exit: 1, says: 'header', keeps: 1_500_000 },
    ),
    row(
      'sends one header field without end',
      { reply: `${head}X: `, goesOn: { end: 'endless', piece: 'x'.repeat(65_536) } },
      { exit: 1, says: 'header block is larger than 64 KiB', keeps: 1_500_000 },
    ),
    row('closes in the status line', { reply: 'HTTP/1.1 20' }, silent()),
    row('closes in a header field', { reply: `${head}X-Cut: of` }, silent()),
    row(
      'closes in a body',
      { reply: `${head}Content-Length: 500\r\n\r\n<a/>` },
      { exit: 1, fails: ['discovery/answer'] },
      { built: true },
    ),
    row('resets in a body', { reply: `${head}Content-Length: 500\r\n\r\n<a/>`, goesOn: { end: 'reset' } }, { exit: 1 }),
    row(
      'says nothing of TLS but hello, and waits',
      { reply: halfServerHello, plain: true, goesOn: { end: 'never' }, timeout: 1 },
      silent(),
    ),
    row(
      'says nothing of TLS but hello, and closes',
      { reply: halfServerHello, plain: true },
      silent({ says: 'closed the connection' }),
    ),
    row(
      'answers TLS with HTTP',
      { reply: 'HTTP/1.1 400 Bad Request\r\n\r\n', plain: true },
      silent({ says: 'does not speak TLS' }),
    ),
    row(
      'answers TLS with an alert',
      { reply: '\x15\x03\x03\x00\x02\x02\x28', plain: true },
      silent({ says: 'ended TLS with an alert' }),
    ),
    row(
      'answers TLS with records of zeros without end',
      { reply: '', plain: true, goesOn: { end: 'endless', piece: '\0'.repeat(65_536) } },
      silent(),
    ),
    row(
      'sends blank lines before a head without end',
      { reply: '', goesOn: { end: 'endless', piece: '\r\n'.repeat(32_768) } },
      silent(),
    ),
    row(
      'sends interim responses without end',
      { reply: '', goesOn: { end: 'endless', piece: 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(2600) } },
      silent(),
    ),
  ],
};
