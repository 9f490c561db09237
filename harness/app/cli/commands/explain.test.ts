import { describe, expect, test } from 'vitest';
import type { FaultEntry } from '../../../protocol/faults/fault-entry.ts';
import { errorTypes } from '../../../protocol/faults/error-types.ts';
import { formatHresult } from '../../../protocol/faults/hresult.ts';
import { subcodes } from '../../../protocol/faults/subcodes.ts';
import { faults } from '../../../protocol/faults/table.ts';
import { call } from '../testing/io.ts';

/** The HRESULTs that the command finds for a term, in its order. */
async function explained(term: string): Promise<string[]> {
  const { code, out, err } = await call(['explain', term, '--json']);
  expect({ code, err }, term).toEqual({ code: 0, err: '' });
  return (JSON.parse(out) as { faults: { hresult: string }[] }).faults.map(({ hresult }) => hresult);
}

describe.for<[name: string, term: (entry: FaultEntry) => string]>([
  ['hexadecimal', ({ hresult }) => formatHresult(hresult)],
  ['hexadecimal in lower case', ({ hresult }) => formatHresult(hresult).toLowerCase()],
  ['hexadecimal without 0x', ({ hresult }) => formatHresult(hresult).slice(2)],
])('every code of the table is explained as', ([name, term]) => {
  test(name, async () => {
    for (const entry of faults) expect(await explained(term(entry))).toContain(formatHresult(entry.hresult));
  });
});

test('every failure code is explained as signed and as unsigned decimal', async () => {
  for (const { hresult } of faults.filter((entry) => entry.hresult > 0x7fffffff)) {
    expect(await explained(String(hresult | 0))).toContain(formatHresult(hresult));
    expect(await explained(String(hresult))).toContain(formatHresult(hresult));
  }
});

test('every symbolic name is explained, in each spelling of the documents', async () => {
  for (const { names, hresult } of faults) {
    for (const name of names) expect(await explained(name)).toContain(formatHresult(hresult));
  }
});

test('every subcode and ErrorType is explained first, in any letter case and with any prefix', async () => {
  for (const { wireName, hresult } of [...subcodes, ...errorTypes]) {
    for (const term of [wireName, wireName.toLowerCase(), `s:${wireName}`]) {
      expect((await explained(term))[0]).toBe(formatHresult(hresult));
    }
  }
});

describe('a code of the range 0x8019xxxx is explained as', () => {
  test.for([
    ['0x80190190', /^0x80190190 HTTP 400\n[^]*answered HTTP 400/],
    ['0x801901F4', /HTTP 500/],
    ['801900C8', /HTTP 200/],
    ['-2145844844', /^0x80190194 HTTP 404/],
    ['2149122457', /^0x80190199 HTTP 409/],
    ['0x80190001', /Windows 8\.1's number for the subcode MessageFormat/],
    ['0x8019000A', /MREGISTER_E_DEVICE_ALREADY_REGISTERED/],
    ['0x8019000E', /Windows 8\.1/],
    ['0x80192EE7', /WinHTTP 12007[^]*the name of the server did not resolve/],
  ] as const)('%s', async ([term, text]) => {
    const { code, out, err } = await call(['explain', term]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(text);
  });

  test.for(['0x80190000', '0x8019FFFF', '0x80180099', '-1', '4294967296'])('nothing: %s', async (term) => {
    const { code, out, err } = await call(['explain', term]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^mde-conformance: ".*" is unknown/);
  });
});
