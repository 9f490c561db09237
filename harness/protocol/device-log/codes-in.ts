import { byFacility } from '../codes/families.ts';
import { lookupFault } from '../codes/lookup.ts';
import { parseHresult } from '../faults/hresult.ts';
import { wrapHttpStatus } from '../faults/http-status.ts';

const errorBit = 0x8000_0000;
const form = /(?<![\w.{-])(?:0x[0-9a-f]{8,9}|[8c][0-9a-f]{7}|-?21\d{8})(?![\w-])/gi;

/** The codes in a text, each once, as unsigned numbers: those that have a meaning or a family here. */
export function codesIn(text: string): readonly number[] {
  const found = [...text.matchAll(form)].flatMap(([match]) => {
    // Microsoft's own event text prints 0x80180002b.
    const value = parseHresult(match.replace(/^0x80180(?=[0-9a-f]{4}$)/i, '0x8018'));
    if (value === undefined) return [];
    const isSure = /^0x|^-/i.test(match);
    return isKnownCode(value) || (isSure && isOfFamily(value)) ? [value] : [];
  });
  return [...new Set(found)];
}

/** The status in a result that Windows prints in words, such as `Bad request (400).`, as the code that it stands for. */
export function statusCodeIn(text: string): number | undefined {
  const status = /\((\d{3})\)/.exec(text)?.[1];
  return status !== undefined && Number(status) >= 300 && Number(status) < 600
    ? wrapHttpStatus(Number(status))
    : undefined;
}

/** A number that a value of a record holds: hexadecimal, or decimal with or without a sign. */
export function numberIn(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^0x[0-9a-f]{1,8}$/i.test(trimmed)) return Number.parseInt(trimmed, 16);
  if (!/^-?\d{1,10}$/.test(trimmed)) return undefined;
  const value = Number(trimmed);
  if (value < 0) return value >= -(2 ** 31) ? value + 2 ** 32 : undefined;
  return value < 2 ** 32 ? value : undefined;
}

function isKnownCode(value: number): boolean {
  return lookupFault(`0x${value.toString(16).padStart(8, '0')}`).length > 0;
}

function isOfFamily(value: number): boolean {
  return (value & errorBit) !== 0 && (byFacility.has((value >>> 16) & 0x7ff) || value >>> 20 === 0xcaa);
}
