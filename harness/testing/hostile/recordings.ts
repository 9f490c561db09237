import type { Behaviour, Family, Holds } from './behaviour.ts';
import { forms } from './canary.ts';
import { script } from './script.ts';

type Entry = Readonly<Record<string, unknown>>;

const request = { method: 'POST', url: 'https://mdm.example/EnrollmentServer/Discovery.svc', headers: [] };
const response = {
  status: 200,
  statusText: 'OK',
  httpVersion: 'HTTP/1.1',
  headers: [],
  content: { size: 2, text: 'no' },
};
const entry: Entry = { startedDateTime: '2026-01-15T09:30:00Z', time: 1, request, response };
const log = (entries: readonly unknown[], more: Entry = {}): object => ({
  log: { version: '1.2', creator: { name: 'trap', version: '1' }, entries, ...more },
});
const of =
  (...entries: readonly unknown[]): (() => object) =>
  () =>
    log(entries);
const answer = (more: Entry): (() => object) => of({ ...entry, response: { ...response, ...more } });
const asked = (more: Entry): (() => object) => of({ ...entry, request: { ...request, ...more } });

const refused = (says = ''): Holds => ({ exit: 2, says });
/** It is judged, and shows nothing of a server or shows it wrong. */
const judged: Holds = { exit: 3 };

const row = (name: string, har: () => unknown, holds: Holds, more: Partial<Behaviour> = {}): Behaviour => ({
  name,
  attack: { by: 'recording', har },
  holds,
  ...more,
});
const named = (name: string, file: string, holds: Holds = judged): Behaviour => ({
  name,
  attack: { by: 'recording', har: of(entry), name: file },
  holds,
});

const deep = (open: string, close: string, depth: number): string => open.repeat(depth) + close.repeat(depth);

/** Recordings that are no recordings, or hardly. */
export const recordingsOfNothing: Family = {
  title: 'Files that should be recordings',
  subject: 'A recording that',
  rows: [
    row('is empty', () => '', refused('is empty')),
    row('is random bytes', () => Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) & 0xff)), refused()),
    row('is null', () => 'null', refused('the document must be an object'), { built: true }),
    row('ends in the middle', () => JSON.stringify(log([entry])).slice(0, -20), refused('ends too early')),
    row(
      'has a secret where its JSON breaks',
      () => `{"password": "${forms.raw.replaceAll('"', '')}"; oops`,
      refused('this is not JSON'),
    ),
    row('nests arrays 100,000 deep', () => `{"log":{"entries":[${deep('[', ']', 100_000)}]}}`, refused(), {
      built: true,
    }),
    row(
      'nests objects 100,000 deep in a field that nobody reads',
      () =>
        JSON.stringify(log([entry])).replace(
          '"version"',
          `"x":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)},"version"`,
        ),
      { exit: 3 },
    ),
    row(
      'has entries that are an object',
      () => ({ log: { entries: { length: 5 } } }),
      refused('log.entries must be an array'),
    ),
    row('has entries of each wrong type', of(7, 'x', null, [], true), refused('entry 0 must be an object')),
    row('lacks a request', of({ ...entry, request: undefined }), refused('entry 0: request is missing')),
    row('lacks a response', of({ ...entry, response: undefined }), refused('entry 0: response is missing')),
    row('has a status that is a text', answer({ status: '200' }), refused('response.status must be an integer')),
    ...['1e300', '-2', '99.5', '99', '1000'].map((status) =>
      row(
        `has the status ${status}`,
        () => JSON.stringify(log([entry])).replace('"status":200', `"status":${status}`),
        refused(
          `response.status must be an integer from 100 to 999, or 0 where no answer came; it is ${Number(status)}`,
        ),
      ),
    ),
    row('has the status -1, as tools write that no answer came', answer({ status: -1 }), judged),
    row('has a time that is none', of({ ...entry, startedDateTime: 'yesterday' }), refused('startedDateTime')),
    row('has an address that is none', asked({ url: 'http://[' }), refused('request.url must be an absolute URL')),
    row(
      'has a header value that is a number',
      answer({ headers: [{ name: 'a', value: 1 }] }),
      refused('headers[0].value must be a string'),
    ),
    row('claims to be of this tool, and is not', () => log([entry], { _mde: {} }), refused('log._mde')),
    row(
      'claims checks of this tool that do not exist',
      () => log([entry], { _mde: { selected: ['__proto__'] } }),
      refused('log._mde'),
    ),
  ],
};

/** Recordings that can be read, of somebody who means ill. */
export const recordings: Family = {
  title: 'Recordings',
  subject: 'A recording that',
  rows: [
    row('has no entries', of(), { exit: 3, says: 'a HAR without entries' }, { built: true }),
    row(
      'has a key __proto__ in each object',
      () =>
        JSON.stringify(log([entry]))
          .replaceAll('{', '{"__proto__":{"polluted":1,"status":500},')
          .replaceAll(',}', '}'),
      judged,
      { built: true },
    ),
    row(
      'has a key constructor in each object',
      () =>
        JSON.stringify(log([entry]))
          .replaceAll('{', '{"constructor":{"prototype":{"polluted":1}},')
          .replaceAll(',}', '}'),
      judged,
    ),
    row(
      'has each key twice',
      () => JSON.stringify(log([entry])).replace('"status":200', '"status":500,"status":200'),
      judged,
    ),
    row('has a negative duration', of({ ...entry, time: -1e9 }), judged),
    row('has a duration of 10^300', of({ ...entry, time: 1e300 }), judged),
    row('is of the year 1', of({ ...entry, startedDateTime: '0001-01-01T00:00:00Z' }), judged),
    row(
      'is of the last instant that there is',
      of({ ...entry, startedDateTime: '9999-12-31T23:59:59Z', time: 1e15 }),
      judged,
    ),
    row('goes backwards in time', of({ ...entry, startedDateTime: '2027-01-01T00:00:00Z' }, entry), judged),
    row('has a size of -5', answer({ content: { size: -5, text: 'x' }, bodySize: -5 }), judged),
    row('has base64 that is none', answer({ content: { size: 4, text: '%%%%', encoding: 'base64' } }), judged),
    row(
      'has an encoding that does not exist',
      answer({ content: { size: 4, text: 'abcd', encoding: 'x-trap' } }),
      judged,
    ),
    row(
      'has 50,000 header fields',
      answer({ headers: Array.from({ length: 50_000 }, (_, n) => ({ name: `x-${n}`, value: 'y' })) }),
      judged,
      { cost: 'a second' },
    ),
    row(
      'has header names that are no names',
      answer({
        headers: [
          { name: '', value: '' },
          { name: 'a\r\nb: c', value: 'd\r\n\r\ne' },
          { name: '__proto__', value: 'x' },
        ],
      }),
      judged,
    ),
    row(
      'has a script in its address, its method and its comment',
      of({
        ...entry,
        comment: script,
        request: { ...request, method: script, url: `https://mdm.example/${script}?${script}` },
      }),
      judged,
    ),
    row(
      'has control codes in its address and its answer',
      of({
        ...entry,
        comment: '\x1b[2J',
        request: { ...request, url: 'https://mdm.example/\u202e\x1b[31m' },
        response: { ...response, statusText: '\x1b]0;x\x07', _error: '\u202e' },
      }),
      judged,
    ),
    row('has unpaired surrogates', () => JSON.stringify(log([entry])).replace('"no"', '"\\ud800 \\udfff"'), judged),
    row('has an address with user information', asked({ url: 'https://user:pass@mdm.example/a' }), judged),
    row('has an address of 1 MB', asked({ url: `https://mdm.example/${'a'.repeat(1_000_000)}` }), judged, {
      cost: 'a second',
    }),
    row(
      'has addresses of other schemes',
      of(
        ...['file:///etc/passwd', 'javascript:alert(1)', 'data:,x', 'urn:x'].map((url) => ({
          ...entry,
          request: { ...request, url },
        })),
      ),
      judged,
    ),
    row(
      'asks with a billion laughs',
      asked({ postData: { mimeType: 'application/soap+xml', text: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' } }),
      judged,
    ),
    row(
      'names files beside the output in its creator',
      () => ({
        log: {
          version: '../../x',
          creator: { name: '../../../x', version: '/x' },
          browser: { name: '..\\..\\x' },
          entries: [entry],
        },
      }),
      judged,
    ),
    named('has a name with a script', '<script>alert(1)<.har'),
    named('has a name with control codes', 'a\x1b[31m\u202e.har'),
    named('has a name of 200 letters', `${'a'.repeat(200)}.har`),
    named('has a name of blanks and quotes', ` "'\`$(id) .har`),
    named('has a name like an option', '--out=x.har'),
    named('is named __proto__', '__proto__'),
    row('has a body of 6 MB', answer({ content: { size: 6_000_000, text: 'a'.repeat(6_000_000) } }), judged, {
      cost: 'a second',
    }),
    row(
      'has 20,000 entries',
      () =>
        `{"log":{"entries":[${Array.from({ length: 20_000 }, () => JSON.stringify({ startedDateTime: '2026-01-15T09:30:00Z', request: { method: 'GET', url: 'https://a.example/' }, response: { status: 404 } })).join(',')}]}}`,
      judged,
      { cost: 'seconds' },
    ),
    row(
      'has 100,000 entries',
      () =>
        of(
          ...Array.from({ length: 100_000 }, () => ({ startedDateTime: '2026-01-15T09:30:00Z', request, response })),
        )(),
      refused('has 100,000 entries; at most 20,000 are judged'),
      { cost: 'a second' },
    ),
    row(
      'asks with 500,000 tags',
      asked({ postData: { mimeType: 'application/soap+xml', text: '<a/>'.repeat(500_000) } }),
      refused('at most 400,000 are read'),
      { cost: 'a second' },
    ),
    named('has the name of nothing but dots', '...har'),
  ],
};
