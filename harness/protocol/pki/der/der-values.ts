import { DerError, requireTag, tags, type Der } from './der.ts';

/** An INTEGER of any size and sign. */
export function readInteger(value: Der, what: string): bigint {
  const { content } = requireTag(value, tags.integer, what);
  if (content.length === 0) throw new DerError(`${what} at byte ${value.offset} is an integer without octets`);
  const unsigned = BigInt(`0x${Buffer.from(content).toString('hex')}`);
  return (content[0] ?? 0) < 0x80 ? unsigned : unsigned - (1n << BigInt(8 * content.length));
}

/** A BOOLEAN; any octet but zero is true, as readers of BER have it. */
export function readBoolean(value: Der, what: string): boolean {
  const { content } = requireTag(value, tags.boolean, what);
  if (content.length !== 1)
    throw new DerError(`${what} at byte ${value.offset} is a boolean of ${content.length} octets`);
  return content[0] !== 0;
}

/** A BIT STRING: its octets and how many bits of the last one are padding. */
export function readBitString(value: Der, what: string): { octets: Uint8Array; unusedBits: number } {
  const { content } = requireTag(value, tags.bitString, what);
  const unusedBits = content[0];
  if (unusedBits === undefined || unusedBits > 7 || (content.length === 1 && unusedBits > 0)) {
    throw new DerError(`${what} at byte ${value.offset} is no bit string`);
  }
  return { octets: content.subarray(1), unusedBits };
}

/** Longer identifiers are an attack on the reader, no name of anything. */
const longestOid = 128;

/** An OBJECT IDENTIFIER in dotted form. */
export function readOid(value: Der, what: string): string {
  const { content } = requireTag(value, tags.oid, what);
  if (content.length === 0 || content.length > longestOid || (content.at(-1) ?? 0) >= 0x80) {
    throw new DerError(`${what} at byte ${value.offset} is no object identifier`);
  }
  const arcs: bigint[] = [];
  let arc = 0n;
  for (const octet of content) {
    arc = (arc << 7n) | BigInt(octet & 0x7f);
    if (octet >= 0x80) continue;
    arcs.push(arc);
    arc = 0n;
  }
  const [both = 0n, ...rest] = arcs;
  const first = both < 80n ? both / 40n : 2n;
  return [first, both - first * 40n, ...rest].join('.');
}

/** A moment, and whether it was written as RFC 5280 section 4.1.2.5 wants it. */
export interface DerTime {
  readonly date: Date;
  readonly standard: boolean;
}

const afterYear = String.raw`(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(?:[.,]\d+)?(Z|[+-]\d{4})?$`;
const utcPattern = new RegExp(String.raw`^(\d{2})${afterYear}`);
const generalPattern = new RegExp(String.raw`^(\d{4})${afterYear}`);

/** A UTCTime or GeneralizedTime. Missing seconds, fractions and offsets are read, but are not standard. */
export function readTime(value: Der, what: string): DerTime {
  const general = value.tag === tags.generalizedTime;
  if (!general) requireTag(value, tags.utcTime, what);
  const text = Buffer.from(value.content).toString('latin1');
  const match = (general ? generalPattern : utcPattern).exec(text);
  const date = match ? toDate(match) : undefined;
  if (!date) throw new DerError(`${what} at byte ${value.offset} is no time: ${JSON.stringify(text.slice(0, 40))}`);
  const wantsGeneral = date.getUTCFullYear() >= 2050;
  return { date, standard: wantsGeneral === general && /^\d+Z$/.test(text) && match?.[6] !== undefined };
}

function toDate(match: RegExpExecArray): Date | undefined {
  const [, yearText = '', ...parts] = match;
  const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(0, 5).map((part) => Number(part || 0));
  const date = new Date(0);
  date.setUTCFullYear(fullYear(yearText), month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  date.setUTCHours(hour, minute, second);
  return new Date(date.getTime() - offsetMinutes(match[7]) * 60_000);
}

/** RFC 5280 section 4.1.2.5.1: two digits from 50 on are of the twentieth century. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year >= 50 ? 1900 + year : 2000 + year;
}

function offsetMinutes(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3));
  return zone.startsWith('-') ? -minutes : minutes;
}
