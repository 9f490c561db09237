import type { FaultEntry } from '../faults/fault-entry.ts';
import { evidence } from '../faults/evidence.ts';
import { byFacility, bySignIn, ntStatus, signIn } from './families.ts';
import type { Family } from './families.ts';

const customerBit = 0x2000_0000;
const errorBit = 0x8000_0000;
const winhttp = { first: 12001, last: 12192 };

/** What the bits of a number without a row say: its family, its low 16 bits as a decimal number, and whom to ask. */
export function decodeBits(hresult: number): FaultEntry {
  const [high, low] = [hresult >>> 16, hresult & 0xffff];
  const known = familyOf(hresult);
  const facility = high & 0x7ff;
  const isError = (hresult & errorBit) !== 0;
  const where = known?.name ?? `facility ${facility}, which has no name here`;
  const parts = [
    isError ? 'Not known here' : 'Not known here; a success code, or no HRESULT',
    `it belongs to ${where}`,
    `its low word is ${low}${partOf(hresult, low)}`,
    ...(isCustomer(hresult) ? ['the customer bit is set: a program defined the code, not Windows'] : []),
  ];
  return {
    kind: 'client',
    hresult,
    names: [],
    meaning: parts.join('; '),
    who: isCustomer(hresult) ? ['not known'] : (known?.who ?? ['not known']),
    remedy: `${helpText(hresult, low)}Ask ${known?.ask ?? 'whoever wrote the program that shows it'}. The text of the event that carries the code says more`,
    sources: [`${evidence.winerror}: the form of an HRESULT`],
    doubt: 'the meaning is read from the form of the number, not from a source about this code',
  };
}

/** Whether the number is an NTSTATUS in the form of an HRESULT (bit 28), such as 0xD000006D. */
export function ntStatusIn(hresult: number): number | undefined {
  return (hresult & 0x1000_0000) !== 0 && !isCustomer(hresult) ? (hresult & ~0x1000_0000) >>> 0 : undefined;
}

function isCustomer(hresult: number): boolean {
  return (hresult & customerBit) !== 0;
}

function familyOf(hresult: number): Family | undefined {
  const high = hresult >>> 16;
  if (high >>> 4 === 0xcaa) return bySignIn.get(high) ?? signIn;
  if (ntStatusIn(hresult) !== undefined || high === 0xc000 || high === 0xc004) return ntStatus;
  return isCustomer(hresult) ? undefined : byFacility.get(high & 0x7ff);
}

function partOf(hresult: number, low: number): string {
  const high = hresult >>> 16;
  if (high === 0x8007 && !isWinhttp(low)) return ` (Win32 error ${low})`;
  if ([0x8007, 0x8019, 0xcaa8].includes(high) && isWinhttp(low)) return ` (WinHTTP or WinINet error ${low})`;
  const inner = ntStatusIn(hresult);
  return inner === undefined ? '' : ` (the NT bit is set: the NTSTATUS 0x${inner.toString(16).toUpperCase()})`;
}

function isWinhttp(low: number): boolean {
  return low >= winhttp.first && low <= winhttp.last;
}

/** How to read the text that Windows has for each of its own errors. */
function helpText(hresult: number, low: number): string {
  return hresult >>> 16 === 0x8007 ? `Run "net helpmsg ${low}" on Windows. ` : '';
}
