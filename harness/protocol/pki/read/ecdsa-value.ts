import { derDefect } from '../der/der-rules.ts';
import { DerError, openFields, readDer, tags } from '../der/der.ts';
import { readInteger } from '../der/der-values.ts';
import type { Certificate } from './certificate.ts';
import type { PublicKey } from './public-key.ts';

/**
 * What is wrong with the form of an ECDSA signature value, which has to be the DER of a SEQUENCE of r and s (RFC 3279
 * section 2.2.3); undefined for a good one, and where algorithm and key are not of ECDSA.
 */
export function ecdsaValueDefect(
  { signature, signatureValue }: Pick<Certificate, 'signature' | 'signatureValue'>,
  { algorithm, bits }: PublicKey,
): string | undefined {
  if (!signature.name.startsWith('ecdsa') || algorithm !== 'ec') return undefined;
  const why = sequenceDefect(signatureValue);
  if (why === undefined) return undefined;
  return isTwoNumbers(signatureValue.length, bits)
    ? 'is r and s side by side, not a DER SEQUENCE'
    : `is no DER SEQUENCE of r and s: ${why}`;
}

/** Each number has as many octets as the order of the curve, which may have one bit more than the field. */
function isTwoNumbers(octets: number, bits = 0): boolean {
  return bits > 0 && [bits, bits + 1].some((ofOrder) => octets === 2 * Math.ceil(ofOrder / 8));
}

function sequenceDefect(octets: Uint8Array): string | undefined {
  try {
    const value = readDer(octets, 'it');
    const fields = openFields(value, tags.sequence, 'it');
    for (const name of ['r', 's']) readInteger(fields.next(tags.integer, name), name);
    const more = fields.left() + octets.length - value.bytes.length;
    return more > 0 ? `${more} octets follow r and s` : derDefect(value.bytes);
  } catch (error) {
    if (error instanceof DerError) return error.message;
    throw error;
  }
}
