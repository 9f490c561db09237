import type { LogTime } from './log-entry.ts';

const clock = String.raw`(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?(?:\s*([AaPp])\.?[Mm]\.?)?`;
const isoForm = /(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?/;
const compactForm = /\b(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z/;
const jsonForm = /\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\//;
const dayForm = new RegExp(String.raw`\b(\d{1,2})([./-])(\d{1,2})\2(\d{4})[,\s]+${clock}`);
const yearForm = new RegExp(String.raw`\b(\d{4})[./-](\d{1,2})[./-](\d{1,2})[,\s]+${clock}`);

/**
 * The first time in a text, in a form of an export of Windows: ISO 8601, `/Date(0)/` of PowerShell 5.1, or a local form. Of two numbers
 * with slashes, the first is the month unless it is more than 12. Undefined where there is none.
 */
export function readTime(text: string): LogTime | undefined {
  const head = text.slice(0, 512);
  const json = jsonForm.exec(head)?.[1];
  if (json !== undefined) return timeOf(Number(json), true);
  const iso = isoForm.exec(head);
  if (iso) {
    const [, year, month, day, hour, minute, second, fraction = '', zone] = iso;
    const at = Date.parse(
      `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}${offset(zone ?? 'Z')}`,
    );
    return timeOf(at, zone !== undefined);
  }
  const compact = compactForm.exec(head)?.slice(1).map(Number);
  if (compact) return timeOf(utc(compact), true);
  return local(head);
}

function local(text: string): LogTime | undefined {
  const [, day = '', mark, month = '', year, ...time] = dayForm.exec(text) ?? [];
  if (year !== undefined) {
    const isMonthFirst = mark === '/' && Number(day) <= 12;
    const date = isMonthFirst ? [year, day, month] : [year, month, day];
    return timeOf(utc([...date.map(Number), ...clockOf(time)]), false);
  }
  const [, first, second, third, ...rest] = yearForm.exec(text) ?? [];
  if (first === undefined) return undefined;
  return timeOf(utc([first, second, third].map(Number).concat(clockOf(rest))), false);
}

function clockOf([hour = '0', minute = '0', second = '0', half]: readonly (string | undefined)[]): number[] {
  const isAfternoon = half?.toLowerCase() === 'p';
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  return [hours, Number(minute), Number(second)];
}

function utc([year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0]: readonly number[]): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function offset(zone: string): string {
  return zone === 'Z' || zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}

/** A year that nobody's log has is a misreading. */
function timeOf(at: number, isZoned: boolean): LogTime | undefined {
  const isPossible = at > Date.UTC(2000, 0) && at < Date.UTC(2200, 0);
  return isPossible ? { at, isZoned } : undefined;
}
