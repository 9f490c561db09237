import { poolKey } from '../build/keys.ts';
import { hex, sequence, text, tlv } from './der-writer.ts';

/** The parts of a certificate, as DER; every part is right unless it is given. */
export interface Parts {
  readonly version?: Uint8Array;
  readonly serial?: Uint8Array;
  readonly algorithm?: Uint8Array;
  readonly subject?: Uint8Array;
  readonly notAfter?: Uint8Array;
  readonly spki?: Uint8Array;
  readonly extensions?: Uint8Array;
}

const rsaSha256 = hex('300d06092a864886f70d01010b0500');

/** An unsigned certificate out of parts, for what no library would write. */
export function compose(parts: Parts = {}): Buffer {
  const algorithm = parts.algorithm ?? rsaSha256;
  const body = sequence(
    parts.version ?? hex('a003020102'),
    parts.serial ?? hex('020105'),
    algorithm,
    composedName(text(0x0c, 'issuer')),
    sequence(text(0x17, '260101000000Z'), parts.notAfter ?? text(0x17, '270101000000Z')),
    parts.subject ?? composedName(text(0x0c, 'subject')),
    parts.spki ?? poolKey(0).spki,
    parts.extensions ?? Buffer.alloc(0),
  );
  return sequence(body, algorithm, hex('03020001'));
}

/** A name of common names, each given as the DER of its value. */
export const composedName = (...values: readonly Uint8Array[]): Buffer =>
  sequence(...values.map((value) => tlv(0x31, sequence(hex('0603550403'), value))));

/** An extension out of the DER of its OID, in hexadecimal, and the octets of its value. */
export const composedExtension = (oid: string, value: Uint8Array): Buffer => sequence(hex(oid), tlv(0x04, value));

/** The field of a certificate that holds its extensions. */
export const composedExtensions = (...all: readonly Uint8Array[]): Buffer => tlv(0xa3, sequence(...all));
