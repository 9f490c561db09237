import { describe, expect, test } from 'vitest';
import { lookupFault, lookupTerm } from './lookup.ts';

const told = (code: string): { meaning: string; remedy: string; who: readonly string[] } => {
  const [entry] = lookupTerm(code).faults;
  if (!entry) throw new Error(`Nothing is told of ${code}`);
  return entry;
};

describe('a number without a row', () => {
  test.for([
    ['0x80180099', 'MDM enrollment', 153],
    ['0x8007ABCD', 'Win32 errors', 43981],
    ['0x8019FFFF', 'Windows 8.x registration', 65535],
    ['0x80092FFF', 'security', 12287],
    ['0x800B0001', 'trust in certificates', 1],
    ['0x801C0999', 'Entra device registration', 2457],
    ['0x80280001', 'TPM base services', 1],
    ['0x803E0001', 'push notifications', 1],
    ['0x83760001', 'web sockets', 1],
    ['0x82AC0001', 'a CSP', 1],
    ['0x86000099', 'the CSP engine', 153],
    ['0x81030001', 'the Autopilot client', 1],
    ['0xC1030001', 'the Autopilot client', 1],
    ['0x87D1ABCD', 'Configuration Manager', 43981],
    ['0xC7D20001', 'evaluation of settings by Intune', 1],
    ['0xCAA20001', 'an OAuth answer of Entra', 1],
    ['0xCAAF0001', 'the sign-in broker', 1],
    ['0xC0000001', 'NTSTATUS', 1],
    ['0xC0048400', 'NTSTATUS', 33792],
    ['0x85550001', 'facility 1365, which has no name here', 1],
  ] as const)('%s belongs to %s', ([code, family, low]) => {
    const { meaning, remedy } = told(code);
    expect(lookupFault(code)).toEqual([]);
    expect(meaning).toContain(family);
    expect(meaning).toMatch(new RegExp(`its low word is ${low}\\b`));
    expect(remedy).toMatch(/Ask .*The text of the event that carries the code says more$/);
  });

  test('of Win32 names the command that prints its text', () => {
    expect(told('0x8007ABCD').meaning).toContain('Win32 error 43981');
    expect(told('0x8007ABCD').remedy).toMatch(/^Run "net helpmsg 43981" on Windows/);
  });

  test('of WinHTTP says so', () => {
    expect(told('0x80192EE8').meaning).toContain('WinHTTP or WinINet error 12008');
    expect(told('0x80072EE8').meaning).toContain('WinHTTP or WinINet error 12008');
    expect(lookupTerm('12008').faults).toMatchObject([{ hresult: 0x80072ee8 }]);
  });

  test('with the customer bit is of a program, whatever its facility', () => {
    expect(told('0xA0180001')).toMatchObject({ who: ['not known'] });
    expect(told('0xA0180001').meaning).toContain('the customer bit is set');
    expect(told('-1').meaning).toContain('the customer bit is set');
  });

  test('with the NT bit names the NTSTATUS', () => {
    expect(told('0xD0000022').meaning).toContain('the NTSTATUS 0xC0000022');
  });

  test('without the error bit is no failure for certain', () => {
    expect(told('0x00180099').meaning).toMatch(/a success code, or no HRESULT/);
  });
});
