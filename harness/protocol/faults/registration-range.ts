import type { FaultEntry } from './fault-entry.ts';
import { registrationBase } from './http-status.ts';
import { subcodes } from './subcodes.ts';

/** Windows 8.1's numbers end below this low word; above it stand HTTP statuses. */
const firstHttpStatus = 0x64;

const networkErrors: ReadonlyMap<number, string> = new Map([
  [12002, 'the request timed out'],
  [12007, 'the name of the server did not resolve'],
  [12029, 'the server refused the connection'],
  [12030, 'the connection broke'],
  [12175, 'TLS failed'],
]);

/** The facility of Win32, under which a device shows the same errors of the network. */
const win32Base = 0x80070000;

/** What 0x80072Exx means: an error of WinHTTP, before an answer came. */
export function explainWin32(hresult: number): FaultEntry | undefined {
  const low = hresult - win32Base;
  return low >= 12000 && low <= 12200 ? networkError(hresult, low) : undefined;
}

/** What 0x8019xxxx means where no table names it: a Windows 8.1 number, an HTTP status, or an error of the network. */
export function explainRegistrationRange(hresult: number): FaultEntry | undefined {
  const low = hresult - registrationBase;
  if (low < 0 || low > 0xffff) return undefined;
  if (low > firstHttpStatus && low <= 599) return httpStatus(hresult, low);
  if (low >= 12000 && low <= 12200) return networkError(hresult, low);
  if (low > 0 && low <= firstHttpStatus) return twinOf(hresult) ?? unnamed(hresult);
  return undefined;
}

/** The numbers that Windows 8.1 gave to the seven subcodes: 0x80190001 to 0x80190007. */
export const registrationTwins: readonly FaultEntry[] = subcodes.map((subcode) => ({
  kind: 'client',
  hresult: registrationBase + (subcode.hresult & 0xff),
  names: [subcode.names[0].replace('MENROLL', 'MREGISTER')],
  meaning: `${subcode.meaning}; Windows 8.1's number for the subcode ${subcode.wireName}`,
  cause: subcode.cause,
  remedy: subcode.remedy,
  sources: ['Win32: MDM registration constants'],
}));

function twinOf(hresult: number): FaultEntry | undefined {
  return registrationTwins.find((twin) => twin.hresult === hresult);
}

function unnamed(hresult: number): FaultEntry {
  return {
    kind: 'client',
    hresult,
    names: ['MREGISTER'],
    meaning: 'A number of the device registration of Windows 8.1, which later versions do not use',
    cause: 'device',
    remedy: 'Enroll with Windows 10 or later',
    sources: ['Win32: MDM registration constants'],
  };
}

function httpStatus(hresult: number, status: number): FaultEntry {
  return {
    kind: 'client',
    hresult,
    names: [`HTTP ${status}`],
    meaning: `The server answered HTTP ${status} without a fault that the device reads; the low word is the status`,
    cause: 'server',
    remedy: 'Answer with a SOAP fault, and with HTTP 500 or 200',
    sources: ['Field evidence: fleetdm/fleet issue 34993'],
  };
}

function networkError(hresult: number, code: number): FaultEntry {
  return {
    kind: 'client',
    hresult,
    names: [`WinHTTP ${code}`],
    meaning: `The network failed before an answer came: ${networkErrors.get(code) ?? `WinHTTP error ${code}`}`,
    cause: 'network',
    remedy: 'Check name resolution, proxy, firewall and TLS between device and server',
    sources: ['Field evidence: public reports of 0x80192EE2, 0x80192EE7 and 0x80072EFD'],
  };
}
