import type { FaultEntry } from './fault-entry.ts';
import { parseHresult } from './hresult.ts';
import { explainRegistrationRange, explainWin32, registrationTwins } from './registration-range.ts';
import { faults } from './table.ts';

/**
 * All meanings of a code, best match first; empty for an unknown code. The query is a HRESULT (hexadecimal with or
 * without 0x, signed or unsigned decimal), a symbolic name in any spelling, or a subcode or ErrorType with or without a
 * prefix. Letter case does not matter.
 */
export function lookupFault(query: string): readonly FaultEntry[] {
  const hresult = parseHresult(query);
  return hresult === undefined ? byName(query) : byHresult(hresult);
}

function byHresult(hresult: number): readonly FaultEntry[] {
  const known = faults.filter((entry) => entry.hresult === hresult);
  if (known.length > 0) return known;
  const explained = explainRegistrationRange(hresult) ?? explainWin32(hresult);
  return explained ? [explained] : [];
}

function byName(query: string): readonly FaultEntry[] {
  const wanted = plain(query.slice(query.lastIndexOf(':') + 1));
  if (wanted === '') return [];
  const onTheWire = faults.filter(({ wireName }) => wireName !== undefined && plain(wireName) === wanted);
  const preferred = [...faults, ...registrationTwins].filter(({ names }) => plain(names[0]) === wanted);
  const otherwise = faults.filter(({ names }) => names.slice(1).some((name) => plain(name) === wanted));
  return [...new Set([...onTheWire, ...preferred, ...otherwise])];
}

/** Names differ between documents in letter case, underscores and blanks. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
