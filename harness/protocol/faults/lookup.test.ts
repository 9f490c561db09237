import { describe, expect, test } from 'vitest';
import { formatHresult } from './hresult.ts';
import { lookupFault } from './lookup.ts';
import { faults } from './table.ts';

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
  ['MENROLL_E_MDM_NOT_CONFIGURED', '0x80180031', '0x80180032'],
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
  const lost = faults.flatMap((entry) => entry.names.filter((name) => !lookupFault(name).includes(entry)));
  expect(lost).toEqual([]);
});

describe('the range 0x8019xxxx', () => {
  test('is an HTTP status above 0x80190064', () => {
    expect(lookupFault('0x80190194')).toMatchObject([{ hresult: 0x80190194, names: ['HTTP 404'], cause: 'server' }]);
    expect(lookupFault('801901F4')[0]?.meaning).toContain('HTTP 500');
  });

  test('is the numbering of Windows 8.1 up to there', () => {
    expect(lookupFault('80190001')[0]?.names).toEqual(['MREGISTER_E_DEVICE_MESSAGE_FORMAT_ERROR']);
    expect(lookupFault('8019000A')[0]?.names).toEqual(['MREGISTER_E_DEVICE_ALREADY_REGISTERED']);
    expect(lookupFault('8019000E')[0]?.meaning).toContain('Windows 8.1');
    expect(lookupFault('80190064')[0]?.names).toEqual(['MREGISTER']);
  });

  test('is an error of the network where public reports show one', () => {
    expect(lookupFault('0x80192EE7')).toMatchObject([{ names: ['WinHTTP 12007'], cause: 'network' }]);
    expect(lookupFault('0x80072EFD')).toMatchObject([{ names: ['WinHTTP 12029'], cause: 'network' }]);
    expect(lookupFault('0x80070005')).toEqual([]);
  });

  test('is unknown elsewhere', () => {
    expect(['80190000', '80190258', '8019FFFF'].flatMap(lookupFault)).toEqual([]);
  });
});
