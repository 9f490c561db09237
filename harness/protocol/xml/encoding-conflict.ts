import { writtenEncoding } from './written-encoding.ts';

const declaration = /^\uFEFF?\s*<\?xml\s[^>]*?encoding\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const wide = /^(utf-?16|utf-?32|ucs-?2|ucs-?4|iso-10646-ucs-[24])/i;

/** Says that the XML declaration names UTF-16 or wider over bytes in UTF-8, or the other way round; undefined where they agree. */
export function encodingConflict(bytes: Uint8Array): string | undefined {
  const written = writtenEncoding(bytes);
  const [, double, single] = declaration.exec(new TextDecoder(written).decode(bytes.subarray(0, 512))) ?? [];
  const declared = double ?? single;
  if (declared === undefined || wide.test(declared) === (written !== 'utf-8')) return undefined;
  return `the declaration says ${declared}, the bytes are ${written === 'utf-8' ? nameOfBytes(bytes) : 'UTF-16'}`;
}

function nameOfBytes(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return text.includes('\uFFFD') ? 'of one byte each' : 'UTF-8';
}
