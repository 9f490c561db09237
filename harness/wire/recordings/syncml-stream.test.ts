import { describe, expect, test } from 'vitest';
import { readHar } from '../har/har.ts';
import { splitStream } from './split-stream.ts';
import { isSyncmlStream, readSyncmlStream } from './syncml-stream.ts';

const server = 'https://mdm.example/manage?mode=a&amp;platform=b';

const message = (target: string, source: string, session: string, id: string): string =>
  `<SyncML xmlns="SYNCML:SYNCML1.2">\r\n  <SyncHdr>\r\n    <SessionID>${session}</SessionID>\r\n    <MsgID>${id}</MsgID>\r\n` +
  `    <Target>\r\n      <LocURI>${target}</LocURI>\r\n    </Target>\r\n    <Source>\r\n      <LocURI>${source}</LocURI>\r\n    </Source>\r\n` +
  '  </SyncHdr>\r\n  <SyncBody>\r\n    <Final />\r\n  </SyncBody>\r\n</SyncML>';
const asked = (session = '1', id = '1', to = server): string => message(to, 'ABCD', session, id);
const answered = (session = '1', id = '1', from = server): string => message('ABCD', from, session, id);
const stream = (...messages: string[]): string => `<!-- OmaDmSessionStart -->\r\n${messages.join('\r\n\r\n')}\r\n`;
const addedEnd =
  '\n<!-- ignore this line, closing SyncML tag added to support parsing of truncated xml data --></SyncML>';

const read = (text: string) => {
  const { har, notes } = readSyncmlStream(text);
  return { exchanges: readHar(har).exchanges, notes };
};

const bodies = (text: string): string[][] =>
  read(text).exchanges.map(({ request, answer }) =>
    [request.body, answer.response?.body ?? []].map((body) => Buffer.from(body).toString()),
  );

describe('the documents of a text', () => {
  test('are found between whatever else it holds, each with its line', () => {
    const text = `log <x>\n<!-- <SyncML> -->\n<SyncML a="b"><![CDATA[</SyncML><SyncML>]]></SyncML> tail\n<s:SyncML xmlns:s="y"></s:SyncML>`;
    expect(splitStream(text)).toEqual([
      { text: '<SyncML a="b"><![CDATA[</SyncML><SyncML>]]></SyncML>', line: 3, isWhole: true },
      { text: '<s:SyncML xmlns:s="y"></s:SyncML>', line: 4, isWhole: true },
    ]);
  });

  test.for<[string, string]>([
    ['the end of the file', '<SyncML><a>'],
    ['the next message', '<SyncML><a>\n<SyncML></SyncML>'],
    ['an end that SyncML Viewer added', `<SyncML><a>${addedEnd}`],
    ['such an end inside of CDATA', `<SyncML><![CDATA[abc${addedEnd}\n<SyncML><![CDATA[x]]></SyncML>`],
    ['an end tag without its bracket', '<SyncML></SyncML'],
  ])('are known to be cut: %s', ([, text]) => {
    const [first, ...others] = splitStream(text);
    expect(first?.isWhole).toBe(false);
    expect(others.every(({ isWhole }) => isWhole)).toBe(true);
    expect(others).toHaveLength(text.split('<SyncML').length - 2);
  });

  test('are found in time that grows with the text', () => {
    for (const part of ['<!--', '<![CDATA[', '<SyncML ', '</SyncML', '<SyncML><![CDATA[']) {
      const started = performance.now();
      splitStream(part.repeat(100_000));
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});

describe('a stream', () => {
  test('is told from other files by what it holds', () => {
    expect(isSyncmlStream(stream(asked()))).toBe(true);
    expect(isSyncmlStream('<s:SyncML xmlns:s="x"></s:SyncML>')).toBe(true);
    expect(isSyncmlStream('{"log": "<SyncML>"}')).toBe(false);
    expect(isSyncmlStream('<SyncBody></SyncBody>')).toBe(false);
  });

  test('gives each message of the server as the answer of the device before it, with no fact of HTTP', () => {
    const { exchanges, notes } = read(stream(asked(), answered(), asked('1', '2'), answered('1', '2')));
    expect(bodies(stream(asked(), answered()))).toEqual([[asked(), answered()]]);
    expect(exchanges).toHaveLength(2);
    expect(exchanges[1]).toMatchObject({
      startedAt: '1970-01-01T00:00:00.000Z',
      request: { method: 'POST', url: 'https://mdm.example/manage?mode=a&platform=b', headers: [] },
      answer: { kind: 'broken', reason: 'unrecorded', response: { status: 0, httpVersion: '', headers: [] } },
    });
    expect(notes).toEqual([
      'it holds messages without HTTP, so that what they say is judged, and not their status, header fields, TLS or time',
    ]);
  });

  test('of two servers gives each device message the answer of its session', () => {
    const [one, two] = ['https://one.example/', 'https://two.example/'];
    const text = stream(asked('1', '1', one), asked('2', '1', two), answered('1', '1', one), answered('2', '1', two));
    expect(bodies(text)).toEqual([
      [asked('1', '1', one), answered('1', '1', one)],
      [asked('2', '1', two), answered('2', '1', two)],
    ]);
  });

  test('keeps an answer whose addresses or session are wrong, for the checks', () => {
    for (const wrong of [answered('9'), message('ABCD', 'EFGH', '1', '1'), message(server, server, '1', '1')]) {
      expect(bodies(stream(asked(), wrong))).toEqual([[asked(), wrong]]);
    }
  });

  test('has no answer where the message is cut', () => {
    const cut = `${answered().replace('</SyncML>', '')}${addedEnd}`;
    const { exchanges, notes } = read(stream(asked(), cut));
    expect(exchanges[0]?.answer).toEqual({
      kind: 'broken',
      reason: 'unrecorded',
      message: 'The recording lacks the end of this message.',
    });
    expect(notes).toContain('1 message is cut (a viewer gets at most 64 KB of each), and not judged');
  });

  test('says which messages it leaves out', () => {
    const { notes } = read(stream(answered(), asked(), answered(), asked('1', '2')));
    expect(notes.slice(1)).toEqual([
      expect.stringMatching(/^messages of a device without an answer, in line \d+, are left out$/),
      'messages in line 2 are left out: no message of a device is before them',
    ]);
  });

  test.for<[string, string, string]>([
    [
      'only the server',
      stream(answered()),
      'its messages of SyncML have none of a device before them (the first one is in line 2)',
    ],
    ['only the device', stream(asked()), 'no message of a device in it is followed by one of the server'],
  ])('of %s is refused', ([, text, says]) => {
    expect(() => readSyncmlStream(text)).toThrow(
      expect.objectContaining({ name: 'UnreadableSession', message: expect.stringContaining(says) as string }) as Error,
    );
  });
});
