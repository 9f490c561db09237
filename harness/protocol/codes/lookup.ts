import type { FaultEntry } from '../faults/fault-entry.ts';
import { wrapHttpStatus } from '../faults/http-status.ts';
import { findByName } from './by-name.ts';
import type { EventEntry } from './event-entry.ts';
import { events } from './events.ts';
import { decodeBits, ntStatusIn } from './fallback.ts';
import { isHttpStatus } from './http-status-range.ts';
import { indexBy } from './index-by.ts';
import { codes } from './table.ts';
import { readTerm } from './term.ts';
import type { NumberKind, Term } from './term.ts';
import { win32Base } from './winhttp.ts';
import { unwrap } from './wrapped.ts';

/** What is known of a term; all lists are empty for an unknown one. */
export interface Found {
  readonly faults: readonly FaultEntry[];
  readonly events: readonly EventEntry[];
  /** What the reader should know of how the term was read. */
  readonly note?: string;
  /** What is wrong with the digits of a term that is none of all these. */
  readonly problem?: string;
}

const byHresult = indexBy(codes, ({ hresult }) => [hresult]);
const nothing: Found = { faults: [], events: [] };

/**
 * All meanings of a code, best match first; empty for an unknown code. The query is a HRESULT (hexadecimal with or
 * without 0x, signed or unsigned decimal), an HTTP status, a symbolic name in any spelling, or a subcode or ErrorType with or
 * without a prefix. Letter case does not matter.
 */
export function lookupFault(query: string): readonly FaultEntry[] {
  const term = readTerm(query);
  if (term.kind === 'name') return findByName(term.text);
  if (term.kind === 'number') return numbered(term.value, term.of).faults;
  return term.kind === 'codes' ? term.values.flatMap(meaningsOf) : [];
}

/**
 * What a person wants to know who pasted a term: also a status, an event or an error by its bare number, and what the form of a
 * number says of which no row tells. See `readTerm` for the forms.
 */
export function lookupTerm(pasted: string): Found {
  const term = readTerm(pasted);
  switch (term.kind) {
    case 'codes':
      return inform(term);
    case 'number':
      return numbered(term.value, term.of);
    case 'name':
      return { ...nothing, faults: findByName(term.text) };
    case 'malformed':
      return { ...nothing, problem: term.problem };
  }
}

function inform({ values, reading }: Extract<Term, { kind: 'codes' }>): Found {
  const faults = values.flatMap((value) => {
    const known = meaningsOf(value);
    return known.length > 0 ? known : [decodeBits(value)];
  });
  return { faults, events: [], ...(reading === undefined ? {} : { note: reading }) };
}

/** The rows of a number, else what the number that it carries means. */
function meaningsOf(hresult: number): readonly FaultEntry[] {
  const rows = byHresult.get(hresult);
  if (rows) return rows;
  const inner = unwrap(hresult);
  if (inner) return [inner];
  const status = ntStatusIn(hresult);
  return (status === undefined ? [] : (byHresult.get(status) ?? [])).map((entry) => ({ ...entry, hresult }));
}

/** A status comes first, then an error of WinHTTP, an event and an error of Win32. */
function numbered(value: number, of: NumberKind | undefined): Found {
  const is = (kind: NumberKind): boolean => of === undefined || of === kind;
  const records = is('event') ? events.filter(({ id }) => id === value) : [];
  if (is('status') && isHttpStatus(value)) return { faults: meaningsOf(wrapHttpStatus(value)), events: records };
  if ((is('winhttp') || of === 'win32') && value >= 12001 && value <= 12192)
    return inform({ kind: 'codes', values: [win32Base + value] });
  if (records.length > 0) return { faults: [], events: records };
  const win32 = is('win32') ? meaningsOf(win32Base + value) : [];
  if (win32.length > 0) return { faults: win32, events: [] };
  if (of === 'win32' && value > 0 && value <= 0xffff) return inform({ kind: 'codes', values: [win32Base + value] });
  if (value === 0)
    return { ...nothing, problem: '"0" is success; in events 75 and 76, 0x0 is the credential of a user' };
  return {
    ...nothing,
    problem: `"${value}" is no ${of === undefined ? 'HTTP status, event or error number' : nouns[of]} that is known here`,
  };
}

const nouns: Readonly<Record<NumberKind, string>> = {
  status: 'HTTP status',
  event: 'event',
  winhttp: 'error of WinHTTP or WinINet',
  win32: 'error of Win32',
};
