import { describe, expect, test } from 'vitest';
import { sazMetadata } from '../../testing/as-saz.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { readHar } from '../har/har.ts';
import { exchangeWith } from '../testing/exchange.ts';
import { readSaz } from './saz.ts';

const url = 'https://mdm.example/manage?mode=a&b=%20';
const startedAt = '2026-01-15T10:30:00.1234567+01:00';
const asked = `POST ${url} HTTP/1.1\r\nHost: mdm.example\r\nX-Odd:  a \r\nx-odd: b\r\n\r\n<a/>`;
const answered = 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\nDate: Thu, 15 Jan 2026 09:00:00 GMT\r\n\r\n<b/>';

type Files = Readonly<Record<string, string | Uint8Array>>;
const session: Files = {
  'raw/1_c.txt': asked,
  'raw/1_s.txt': answered,
  'raw/1_m.xml': sazMetadata({ startedAt, durationMs: 250 }),
};

const read = (files: Files) =>
  readSaz(Object.entries(files).map(([name, content]) => ({ name, bytes: Buffer.from(content) })));
const exchangesOf = (files: Files): readonly Exchange[] => readHar(read(files).har).exchanges;

function exchangeOf(files: Files): Exchange {
  const [exchange] = exchangesOf(files);
  if (!exchange) throw new Error('the session is lost');
  return exchange;
}

describe('a session', () => {
  test('has the header fields as they were sent, its framing and its times', () => {
    const expected = exchangeWith({
      url,
      requestHeaders: [
        ['Host', 'mdm.example'],
        ['X-Odd', 'a'],
        ['x-odd', 'b'],
      ],
      request: '<a/>',
      headers: [
        ['Content-Length', '4'],
        ['Date', 'Thu, 15 Jan 2026 09:00:00 GMT'],
      ],
      response: '<b/>',
    });
    const framing = { contentLengths: ['4'], bodyBytes: 4 };
    expect(exchangeOf(session)).toEqual({
      ...expected,
      startedAt: '2026-01-15T09:30:00.123Z',
      durationMs: 250,
      answer: { ...expected.answer, response: { ...expected.answer.response, framing } },
    });
  });

  test('says nothing of TLS', () => {
    expect(exchangeOf(session).answer.response?.tls).toBeUndefined();
  });

  test('takes its connection from the ports that Fiddler notes', () => {
    const metadata = sazMetadata({ startedAt }).replace(
      '</SessionFlags>',
      '<SessionFlag N="X-ClientPort" V="5" /><SessionFlag N="x-egressport" V="6" /></SessionFlags>',
    );
    expect(exchangeOf({ ...session, 'raw/1_m.xml': metadata }).connection).toBe('ClientPort:5;EgressPort:6');
  });

  test('without a time of Fiddler has that of its answer', () => {
    const rest = { 'raw/1_c.txt': asked, 'raw/1_s.txt': answered };
    expect(exchangeOf(rest)).toMatchObject({ startedAt: '2026-01-15T09:00:00.000Z', durationMs: 0 });
    const zoneless = sazMetadata({ startedAt: '2026-01-15T10:30:00.123' });
    expect(exchangeOf({ ...rest, 'raw/1_m.xml': zoneless }).startedAt).toBe('2026-01-15T09:00:00.000Z');
  });

  test('with a path alone is HTTPS where its flags say so, and is left out otherwise', () => {
    const relative = asked.replace('https://mdm.example', '');
    expect(exchangeOf({ ...session, 'raw/1_c.txt': relative }).request.url).toBe(url);
    const unknown = sazMetadata({ startedAt }, 0);
    const { har, notes } = read({ ...session, 'raw/2_c.txt': relative, 'raw/2_m.xml': unknown });
    expect(har.log.entries).toHaveLength(1);
    expect(notes).toEqual([
      'requests that are left out: raw/2_c.txt names no absolute URL, and nothing tells whether it was HTTPS',
    ]);
  });

  test('stands in the order of its number', () => {
    const of = (path: string): string => asked.replace('/manage', path);
    const exchanges = exchangesOf({
      'raw/10_c.txt': of('/ten'),
      'raw/10_s.txt': answered,
      'raw/9_c.txt': of('/nine'),
      'raw/9_s.txt': answered,
    });
    expect(exchanges.map(({ request }) => new URL(request.url).pathname)).toEqual(['/nine', '/ten']);
  });
});

describe('what the server did not send', () => {
  const second = { ...session, 'raw/2_c.txt': asked, 'raw/2_m.xml': sazMetadata({ startedAt }) };
  test.for<[string, Files, string]>([
    ['no answer', {}, 'raw/2_c.txt has no answer beside it'],
    ['an empty answer', { 'raw/2_s.txt': '' }, 'raw/2_s.txt is empty'],
    ['a cut head', { 'raw/2_s.txt': 'HTTP/1.1 200 OK\r\nContent-' }, 'raw/2_s.txt ends inside its header fields'],
    ['no HTTP', { 'raw/2_s.txt': '<html>' }, 'raw/2_s.txt cannot be read: The answer begins with "<html>"'],
    [
      'an answer of Fiddler',
      { 'raw/2_s.txt': 'HTTP/1.1 502 Fiddler\r\n\r\n', 'raw/2_m.xml': sazMetadata({ startedAt }, 1 + 256) },
      'raw/2_s.txt is an answer of Fiddler itself, not of the server',
    ],
    [
      'an answer from a cache',
      { 'raw/2_s.txt': answered, 'raw/2_m.xml': sazMetadata({ startedAt }, 1 + 16_384) },
      'raw/2_s.txt is an answer of Fiddler itself, not of the server',
    ],
  ])('%s is no answer of it', ([, files, says]) => {
    const { har, notes } = read({ ...second, ...files });
    expect(notes).toEqual([expect.stringContaining(`answers that the recording lacks: ${says}`)]);
    expect(readHar(har).exchanges[1]?.answer).toEqual({
      kind: 'broken',
      reason: 'unrecorded',
      message: 'The recording has no answer.',
    });
  });
});

describe('what is left out', () => {
  const tunnel = {
    'raw/3_c.txt': 'CONNECT mdm.example:443 HTTP/1.1\r\nHost: mdm.example:443\r\n\r\n',
    'raw/3_s.txt': 'HTTP/1.1 200 Connection Established\r\n\r\n',
  };

  test('is said: tunnels, and requests that cannot be read', () => {
    const { har, notes } = read({
      ...session,
      ...tunnel,
      'raw/4_c.txt': 'nonsense\r\n\r\n',
      'raw/5_s.txt': answered,
      'raw/6_c.txt': asked.slice(0, 40),
    });
    expect(har.log.entries).toHaveLength(1);
    expect(notes).toEqual([
      '1 CONNECT tunnel is left out; if the server is not in the report, switch on the decryption of HTTPS in Fiddler before you record',
      'requests that are left out: raw/4_c.txt does not begin with a request line such as "POST https://mdm.example/ HTTP/1.1"; ' +
        'raw/5_s.txt has no request beside it; raw/6_c.txt has no blank line after its header fields, or more of them than 64 KiB or 200',
    ]);
  });

  test.for<[string, Files, string]>([
    ['an archive without sessions', {}, 'the archive has no sessions: it has no file raw/N_c.txt'],
    [
      'tunnels alone',
      tunnel,
      'the archive has only CONNECT tunnels, whose content is encrypted: switch on the decryption',
    ],
    [
      'nothing that can be read',
      { 'raw/1_c.txt': 'x' },
      'no session of the archive can be read: raw/1_c.txt has no blank line',
    ],
    ['two files of one number', { ...session, 'raw/01_c.txt': asked }, 'the archive has two files for raw/01_c.txt'],
    ['metadata that is no XML', { ...session, 'raw/1_m.xml': '<Session' }, 'raw/1_m.xml is not readable XML: '],
    [
      'metadata with a DTD',
      { ...session, 'raw/1_m.xml': '<!DOCTYPE a [<!ENTITY b "c">]><Session/>' },
      'raw/1_m.xml is not readable XML: ',
    ],
    [
      'no time at all',
      { 'raw/1_c.txt': asked },
      'raw/1_c.txt has no time: its metadata file has no ClientBeginRequest with a time zone, and the answer no Date',
    ],
  ])('%s is refused', ([, files, says]) => {
    expect(() => read(files)).toThrow(
      expect.objectContaining({ name: 'UnreadableSession', message: expect.stringContaining(says) as string }) as Error,
    );
  });
});
