import { DerError, readDer, tags, type Der } from './der.ts';

/**
 * Finds what makes well-formed BER not DER (X.690 sections 10 and 11): lengths and integers with more octets than
 * needed, booleans other than 00 and FF, padding bits that are set. Returns the first violation, or undefined. It does
 * not check the order in sets and explicit default values.
 */
export function derDefect(bytes: Uint8Array): string | undefined {
  try {
    return defectWithin(bytes, 0, 0);
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    return error.message;
  }
}

/** Certificates nest about ten values deep. */
const deepest = 64;

function defectWithin(bytes: Uint8Array, start: number, depth: number): string | undefined {
  for (let position = 0; position < bytes.length;) {
    const value = readDer(bytes.subarray(position), 'a value', start + position);
    const defect = defectOf(value) ?? (isConstructed(value) ? defectInside(value, depth) : undefined);
    if (defect) return defect;
    position += value.bytes.length;
  }
  return undefined;
}

function isConstructed({ tag }: Der): boolean {
  return (tag & 0x20) !== 0;
}

function defectInside(value: Der, depth: number): string | undefined {
  if (depth >= deepest) return `values at byte ${value.offset} nest more than ${deepest} deep`;
  return defectWithin(value.content, value.offset + value.bytes.length - value.content.length, depth + 1);
}

function defectOf(value: Der): string | undefined {
  const { content, offset } = value;
  const [first = 0, second = 0] = content;
  if (value.bytes.length - content.length > shortestHeader(content.length)) {
    return `the length at byte ${offset} has more octets than it needs`;
  }
  if (value.tag === tags.integer && content.length > 1 && first === (second >= 0x80 ? 0xff : 0)) {
    return `the integer at byte ${offset} has more octets than it needs`;
  }
  if (value.tag === tags.boolean && first !== 0 && first !== 0xff) {
    return `the boolean at byte ${offset} is neither 00 nor FF`;
  }
  if (value.tag === tags.bitString && ((content.at(-1) ?? 0) & ((1 << (first & 7)) - 1)) !== 0 && content.length > 1) {
    return `the bit string at byte ${offset} has padding that is not zero`;
  }
  return undefined;
}

function shortestHeader(length: number): number {
  if (length < 0x80) return 2;
  return 2 + Math.ceil((32 - Math.clz32(length)) / 8);
}
