import { describe, expect, test } from 'vitest';
import { formatHresult } from '../faults/hresult.ts';
import { lookupFault, lookupTerm } from './lookup.ts';
import { codes } from './table.ts';
import { winhttpCodes } from './winhttp.ts';

const found = (query: string): readonly string[] => lookupFault(query).map(({ hresult }) => formatHresult(hresult));

const cases: readonly (readonly [query: string, ...hresults: string[]])[] = [
  ['0x80180013', '0x80180013'],
  ['80180013', '0x80180013'],
  ['-2145910765', '0x80180013'],
  ['2149056531', '0x80180013'],
  ['MENROLL_E_DEVICECAPREACHED', '0x80180013'],
  ['DeviceCapReached', '0x80180013'],
  ['devicecapreached', '0x80180013'],
  ['s:Authorization', '0x80180003'],
  ['a:internalservicefault', '0x80180006'],
  ['MENROLL_E_DEVICE_CERTIFCATEREQUEST_ERROR', '0x80180004'],
  ['MENROLL_E_DEVICE_CERTIFICATEREQUEST_ERROR', '0x80180004'],
  ['menroll_e_not_supported', '0x80180015'],
  ['MREGISTER_E_NOTELIGIBLETORENEW', '0x80180016'],
  ['MREGISTER_E_DEVICE_AUTHENTICATION_ERROR', '0x80190002'],
  ['MENROLL_E_MDM_NOT_CONFIGURED', '0x8018002B', '0x80180031', '0x80180032'],
  ['ERROR_INTERNET_TIMEOUT', '0x80072EE2'],
  ['WININET_E_TIMEOUT', '0x80072EE2'],
  ['winhttp_secure_failure', '0x80072F8F'],
  ['ERROR_INTERNET_SEC_CERT_CN_INVALID', '0x80072F06'],
  ['cert_cn_invalid', '0x80072F06'],
  ['DEVICECAPREACHED', '0x80180013'],
  ['already enrolled', '0x8018000A'],
  ['UNTRUSTEDROOT', '0x80090325', '0x800B0109'],
  ['BUSY', '0x800700AA'],
  ['MENROLL_E_USER_CANCELED', '0x8018002A', '0x80180030'],
  ['80190190', '0x80190190'],
  ['0x80180099'],
  ['nonsense'],
  [''],
  [':'],
];

for (const [query, ...hresults] of cases) {
  test(`"${query}" finds ${hresults.join(' and ') || 'nothing'}`, () => {
    expect(found(query)).toEqual(hresults);
  });
}

test('every spelling of every name finds its entry', () => {
  const lost = codes.flatMap((entry) => entry.names.filter((name) => !lookupFault(name).includes(entry)));
  expect(lost).toEqual([]);
});

describe('the range 0x8019xxxx', () => {
  test('is an HTTP status from 100 to 599', () => {
    expect(lookupFault('0x80190194')).toMatchObject([{ hresult: 0x80190194, who: ['server'] }]);
    expect(lookupFault('801901F4')[0]?.meaning).toContain('HTTP 500');
    expect(lookupFault('801901A2')[0]?.meaning).toContain('HTTP 418');
    expect(lookupFault('80190064')[0]?.names).toEqual(['HTTP 100']);
    expect(lookupFault('80190257')[0]?.names).toEqual(['HTTP 599']);
  });

  test.for([1, 3, 4, 5])('has both readings for %i', (low) => {
    const entries = lookupFault(formatHresult(0x80190000 + low));
    expect(entries.map(({ names }) => names[0]?.split('_E_')[0])).toEqual(['MREGISTER', 'HTTP']);
    for (const { doubt } of entries) expect(doubt).toMatch(/^two readings/);
  });

  test('is the numbering of Windows 8.1 up to 14', () => {
    expect(lookupFault('80190002')).toMatchObject([
      { names: ['MREGISTER_E_DEVICE_AUTHENTICATION_ERROR'], doubt: expect.stringContaining('two readings') as string },
    ]);
    expect(lookupFault('8019000E')[0]?.meaning).toContain('Windows 8.1');
  });

  test('tells of a limit of requests as MENROLL_E_SERVER429 does', () => {
    const [wrapped] = lookupFault('801901AD');
    const [own] = lookupFault('80180033');
    expect({ who: wrapped?.who, remedy: wrapped?.remedy }).toEqual({ who: own?.who, remedy: own?.remedy });
    expect([wrapped?.meaning, own?.meaning].join()).toMatch(/0x80180033.*0x801901AD/);
  });

  test('is unknown elsewhere', () => {
    expect(['80190000', '8019000F', '80190258', '8019FFFF'].flatMap(lookupFault)).toEqual([]);
  });
});

describe('an error of WinHTTP', () => {
  test.for([0x8007, 0x8019])('is the same under 0x%x', (high) => {
    for (const entry of winhttpCodes) {
      const [found] = lookupFault(formatHresult(high * 0x1_0000 + (entry.hresult & 0xffff)));
      expect({ ...found, hresult: entry.hresult }).toEqual(entry);
    }
  });

  test('is of the sign-in host under 0xCAA8', () => {
    for (const { hresult, meaning } of winhttpCodes) {
      const [found] = lookupFault(formatHresult(0xcaa80000 + (hresult & 0xffff)));
      expect(found).toMatchObject({
        who: ['network', 'identity provider'],
        meaning: expect.stringContaining(meaning) as string,
      });
    }
  });

  test.for([
    [12037, 'certificate'],
    [12038, 'certificate'],
    [12044, 'server'],
    [12045, 'certificate'],
    [12152, 'server'],
    [12157, 'server'],
    [12175, 'certificate'],
    [12187, 'network'],
    [12007, 'network'],
  ] as const)('%i is first a matter of: %s', ([number, party]) => {
    expect(lookupTerm(String(number)).faults).toMatchObject([{ hresult: 0x80070000 + number, who: { 0: party } }]);
  });

  test('that demands a client certificate says so', () => {
    expect(lookupFault('0x80072F0C')[0]?.meaning).toMatch(/demands a client certificate/);
  });
});

describe('another number inside the low word', () => {
  test.for([
    ['0x801F0194', 'HTTP 404'],
    ['0xCAA301F4', 'HTTP 500'],
    ['0x87D100C8', 'SyncML status 200'],
    ['0x87D101F4', 'SyncML status 500'],
  ] as const)('of %s is %s', ([code, name]) => {
    expect(lookupFault(code)).toMatchObject([{ names: { 0: name } }]);
    expect(lookupTerm(code).faults).toHaveLength(1);
  });

  test('is an NTSTATUS where the NT bit is set', () => {
    expect(lookupFault('0xD000006D')).toMatchObject([{ hresult: 0xd000006d, names: ['STATUS_LOGON_FAILURE'] }]);
  });
});

describe('a small number', () => {
  test('is a status first, and the events of the number are told too', () => {
    const { faults, events } = lookupTerm('404');
    expect(faults).toMatchObject([{ hresult: 0x80190194 }]);
    expect(events).toMatchObject([{ id: 404 }]);
  });

  test.for(['52', 'event 52', 'Event ID: 52', 'EventID=52', 'event id 52'])('is an event: %s', (term) => {
    const { faults, events } = lookupTerm(term);
    expect({ faults, ids: events.map(({ id }) => id) }).toEqual({ faults: [], ids: [52] });
  });

  test('is only an event after the word', () => {
    expect(lookupTerm('event 404')).toMatchObject({ faults: [], events: [{ id: 404 }] });
  });

  test.for([
    ['1168', 0x80070490],
    ['win32 error 1168', 0x80070490],
    ['error 10060', 0x8007274c],
    ['0x2F8F', 0x80072f8f],
    ['0x194', 0x80190194],
    ['HTTP 404', 0x80190194],
    ['HTTP/1.1 404 Not Found', 0x80190194],
    ['404 Not Found', 0x80190194],
    ['status code: 404', 0x80190194],
    ['WinINet 12175', 0x80072f8f],
    ['win32 error 4711', 0x80071267],
  ] as const)('%s is a code', ([term, hresult]) => {
    expect(lookupTerm(term).faults).toMatchObject([{ hresult }]);
  });

  test.for([
    ['2048', /"2048" is no HTTP status, event or error number/],
    ['event 999', /"999" is no event/],
    ['0', /success/],
    ['8018001', /7 digits/],
    ['0x123456789ab', /11 hexadecimal digits/],
    ['99999999999', /no number of 32 bits/],
    ['0x', /0 hexadecimal digits/],
  ] as const)('%s is nothing', ([term, problem]) => {
    const found = lookupTerm(term);
    expect(found).toMatchObject({ faults: [], events: [] });
    expect(found.problem).toMatch(problem);
  });
});

test('a term that holds no number has no problem of its digits', () => {
  expect(lookupTerm('nonsense')).toEqual({ faults: [], events: [] });
});
