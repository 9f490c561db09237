import { describe, expect, test } from 'vitest';
import { events } from '../../../protocol/codes/events.ts';
import { codes } from '../../../protocol/codes/table.ts';
import type { FaultEntry } from '../../../protocol/faults/fault-entry.ts';
import { errorTypes } from '../../../protocol/faults/error-types.ts';
import { formatHresult } from '../../../protocol/faults/hresult.ts';
import { subcodes } from '../../../protocol/faults/subcodes.ts';
import { topics } from '../../../protocol/topics/table.ts';
import { loadCatalogue } from '../../../../suites/requirements/catalogue.ts';
import { call, keptIo } from '../testing/io.ts';
import { explain } from './explain.ts';

interface Explained {
  readonly faults: readonly (Record<string, unknown> & { readonly hresult: string })[];
  readonly events: readonly { readonly id: number }[];
}

async function document(...words: readonly string[]): Promise<Explained> {
  const { io, out } = keptIo();
  expect(await explain(words, { json: true }, io)).toBe(0);
  return JSON.parse(out()) as Explained;
}

/** The HRESULTs that the command finds for a term, in its order. */
async function explained(term: string): Promise<string[]> {
  return (await document(term)).faults.map(({ hresult }) => hresult);
}

async function text(...words: readonly string[]): Promise<string> {
  const { io, out } = keptIo();
  expect(await explain(words, {}, io)).toBe(0);
  return out();
}

const hexadecimal = ({ hresult }: FaultEntry): string => formatHresult(hresult);

describe.for<[name: string, term: (entry: FaultEntry) => string]>([
  ['hexadecimal', hexadecimal],
  ['hexadecimal in lower case', (entry) => hexadecimal(entry).toLowerCase()],
  ['hexadecimal without 0x', (entry) => hexadecimal(entry).slice(2)],
  ['hexadecimal without 0x in lower case', (entry) => hexadecimal(entry).slice(2).toLowerCase()],
  ['hexadecimal with a full stop', (entry) => `${hexadecimal(entry).slice(2)}.`],
  ['hexadecimal in quotes', (entry) => ` "${hexadecimal(entry)}" `],
  ['fleetd writes it', (entry) => `(${hexadecimal(entry).toLowerCase()} - ${entry.hresult})`],
])('every code of the table is explained as', ([name, term]) => {
  test(name, async () => {
    for (const entry of codes) expect((await explained(term(entry)))[0]).toBe(hexadecimal(entry));
  });
});

test('every failure code is explained as signed and as unsigned decimal', async () => {
  for (const { hresult } of codes.filter((entry) => entry.hresult > 0x7fffffff)) {
    expect((await explained(String(hresult | 0)))[0]).toBe(formatHresult(hresult));
    expect((await explained(String(hresult)))[0]).toBe(formatHresult(hresult));
  }
});

test('every symbolic name is explained, in each spelling of the documents and in lower case', async () => {
  for (const { names, hresult } of codes) {
    for (const name of names) {
      expect(await explained(name)).toContain(formatHresult(hresult));
      expect(await explained(name.toLowerCase())).toContain(formatHresult(hresult));
    }
  }
});

test.for([
  ['MENROLL_E_', /^MENROLL_[ES]_/],
  ['ERROR_WINHTTP_', /^ERROR_WINHTTP_/],
  ['ERROR_INTERNET_', /^ERROR_INTERNET_/],
  ['HTTP_E_STATUS_', /^HTTP_E_STATUS_/],
] as const)('every name is explained without %s', async ([, prefix]) => {
  const named = codes.flatMap(({ names, hresult }) =>
    names.filter((name) => prefix.test(name)).map((name) => [name.replace(prefix, ''), hresult] as const),
  );
  expect(named.length).toBeGreaterThan(10);
  for (const [name, hresult] of named) expect(await explained(name)).toContain(formatHresult(hresult));
});

test('every name of WinHTTP is explained under WININET_E_ too', async () => {
  const winhttp = codes.flatMap(({ names, hresult }) =>
    names.filter((name) => name.startsWith('ERROR_WINHTTP_')).map((name) => [name, hresult] as const),
  );
  for (const [name, hresult] of winhttp) {
    expect(await explained(name.replace('ERROR_WINHTTP_', 'WININET_E_'))).toContain(formatHresult(hresult));
  }
});

test('every subcode and ErrorType is explained first, in any letter case and with any prefix', async () => {
  for (const { wireName, hresult } of [...subcodes, ...errorTypes]) {
    for (const term of [wireName, wireName.toLowerCase(), `s:${wireName}`]) {
      expect((await explained(term))[0]).toBe(formatHresult(hresult));
    }
  }
});

test('every event is explained by its number after the word', async () => {
  for (const id of new Set(events.map((event) => event.id))) {
    const found = await document('event', String(id));
    expect(found).toMatchObject({ faults: [] });
    expect(found.events).toEqual(events.filter((event) => event.id === id));
  }
});

test('the JSON of a code holds what it held, and who acts', async () => {
  const { faults } = await document('0x80180007');
  expect(faults).toMatchObject([
    { kind: 'subcode', wireName: 'InvalidSecurity', hresult: '0x80180007', cause: 'server', who: ['server', 'device'] },
  ]);
  expect(Object.keys(faults[0] ?? {})).toEqual(
    expect.arrayContaining(['names', 'meaning', 'remedy', 'sources', 'provoke']),
  );
});

test.for(['-2145910764', '2149056532', '80180014.', '(0x80180014 - 2149056532)', 'event 52'])(
  'the command line takes %s, as one word and as several',
  async (term) => {
    const one = await call(['explain', term]);
    expect(one).toMatchObject({ code: 0, err: '' });
    expect(await call(['explain', ...term.split(' ')])).toEqual(one);
  },
);

describe('the text', () => {
  test('begins with the answer and has at most 14 lines, for each code and each event', async () => {
    const terms = [
      ...codes.map(hexadecimal),
      ...codes.flatMap(({ names }) => names),
      ...events.map(({ id }) => `event ${id}`),
    ];
    for (const term of new Set(terms)) {
      const lines = (await text(term)).trimEnd().split('\n');
      expect(lines[0], term).toMatch(/^(?:0x[0-9A-F]{8}(?: [^:]+)?|Event \d+, [^:]+): [A-Z].{8,}/);
      expect(lines.length, term).toBeLessThanOrEqual(14);
    }
  });

  test('of a code says who acts, what to do and what it rests on', async () => {
    expect(await text('12044')).toBe(
      [
        '0x80072F0C WinHTTP 12044: The server demands a client certificate, and the device has none that fits',
        '  Who acts    the server, or whoever runs the certificate or its chain',
        '  Remedy      Request, but do not demand, a client certificate during enrollment; in a session, check search criteria, store and issuer list',
        '  Also named  ERROR_WINHTTP_CLIENT_AUTH_CERT_NEEDED',
        '  Sources     Windows header winhttp.h (mingw-w64 10.0.0); MicrosoftDocs/windows-itpro-docs issue 9170',
        '',
      ].join('\n'),
    );
  });

  test('of an event says where its result stands', async () => {
    expect(await text('event', '17')).toMatch(/^Event 17, .*\n {2}Result +RAWResult \(value 1\) is the cause/);
  });

  test('of a status tells of the event with that number', async () => {
    expect(await text('404')).toMatch(/^0x80190194 HTTP 404: [^]*\nAlso Event 404, .*\("explain event 404"\)\n$/);
  });

  test('of a name with many meanings tells two in full', async () => {
    const told = await text('NOT_FOUND');
    expect(told.match(/^ {2}Remedy/gm)).toHaveLength(2);
    expect(told.match(/^Also 0x/gm)).toHaveLength(2);
  });

  test.for([
    ['0x82AA0008', /no agreed meaning/],
    ['0x80190001', /Windows 8\.1's number for the subcode MessageFormat[^]*HTTP_E_STATUS_UNEXPECTED/],
    ['0x80180002b', /^0x8018002B [^]*\nNote: "0x80180002b" has nine digits/],
    ['0x80180099', /^0x80180099: Not known here; .*MDM enrollment.*153/],
    ['-1', /^0xFFFFFFFF: Not known here; .*customer bit/],
    ['0x80192EE7', /WinHTTP 12007: DNS/],
    ['Unknown Win32 Error code: 0x80180014', /^0x80180014 /],
  ] as const)('of %s', async ([term, expected]) => {
    expect(await text(term)).toMatch(expected);
  });
});

describe('topics', () => {
  test.each([[[]], [['--topics']]])('are listed by explain %j', async (words) => {
    const { code, out, err } = await call(['explain', ...words]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n').slice(0, topics.length)).toEqual(
      topics.map(({ name, title }) => expect.stringMatching(new RegExp(`^${name} +${title.slice(0, 8)}`)) as string),
    );
    expect(JSON.parse((await call(['explain', ...words, '--json'])).out)).toEqual(topics);
  });

  test('are told with the server, the place to look, the evidence and the rows', async () => {
    expect(await text('Disable', 'MDM', 'enrollment')).toMatch(
      /^enrollment-disabled: [^]*\n {2}Server +None[^]*DisableRegistration[^]*\n {2}Evidence +specified: [^]*\n {2}Rows +DEV-06\n$/,
    );
  });

  test('name rows that exist, and each row of the device alone has one', async () => {
    const rows = loadCatalogue().map(({ id }) => id);
    const named = topics.flatMap(({ requirements }) => requirements);
    expect(named.filter((id) => !rows.includes(id))).toEqual([]);
    expect(rows.filter((id) => id.startsWith('DEV-') && !named.includes(id))).toEqual([]);
    expect(await text('DEV-06')).toMatch(/\n {2}Not judged +not-testable: .*\n {2}Topic +enrollment-disabled /);
  });

  test('stand in the JSON of a term', async () => {
    expect(await document('MFA')).toMatchObject({ topic: { name: 'second-factor' }, faults: [], events: [] });
  });
});

describe('a term of which nothing is known', () => {
  test.for([
    ['4294967296', /^mde-conformance: "4294967296" is no number of 32 bits.*allowed: a check id/],
    ['2048', /^mde-conformance: "2048" is no HTTP status, event or error number that is known here \(allowed: /],
    ['event 999', /"999" is no event.*, an event such as "event 52", or a deep link/],
    ['MENROL_E_DEVICECAPREACHED', /is unknown; did you mean "MENROLL_E_DEVICECAPREACHED"\?/],
    ['DEVICE_ALREADY_ENROLED', /did you mean "DEVICE_ALREADY_ENROLLED"\?/],
    ['Authentcation', /did you mean "Authentication"\?/],
    ['domian join', /did you mean "domain-join"\?/],
    ['status', /did you mean "status-page"\?/],
    ['0x8O18OO14', /did you mean "0x80180014"\?/],
  ] as const)('%s', async ([term, message]) => {
    const { code, out, err } = await call(['explain', term]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });
});
