import { formatHresult } from './hresult.ts';

/** The end of a finding that says which code a device shows; empty where that is not known. */
export function shownCode(hresult: number | undefined): string {
  return hresult === undefined ? '' : `; a device shows ${formatHresult(hresult)}`;
}

/** The code at the end of such a finding, for a report with a separate place for it. */
export function shownCodeIn(message: string): string | undefined {
  return /; a device shows (0x[0-9A-F]{8})/.exec(message)?.[1];
}
