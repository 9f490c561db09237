import { DerError, openFields, readDer, tags } from '../der/der.ts';

/** Why nobody can use an RSA key. */
export interface RsaKeyDefect {
  /** `rsa-key-size`: no reader takes so long a key, though no document forbids it. */
  readonly kind: 'rsa-key' | 'rsa-key-size';
  /** A noun phrase. */
  readonly says: string;
}

/** The longest modulus, in bits, that OpenSSL (OPENSSL_RSA_MAX_MODULUS_BITS) and Windows (BCRYPT_RSA_ALGORITHM) take. */
const longestModulus = 16_384;

/**
 * What is wrong with an RSAPublicKey; undefined for one that somebody may use. A modulus is a product of odd primes, and an
 * exponent is odd and at least 3 (RFC 8017 section 3.1). Whether the factors are primes, nobody sees.
 */
export function rsaKeyDefect(octets: Uint8Array): RsaKeyDefect | undefined {
  const numbers = readNumbers(octets);
  if (!numbers) return { kind: 'rsa-key', says: 'key that is no RSAPublicKey' };
  const [modulus, exponent] = numbers;
  const bits = bitsOf(modulus);
  if (bits > longestModulus && !isNegative(modulus)) {
    return { kind: 'rsa-key-size', says: `RSA modulus of ${bits} bits, which is more than ${longestModulus}` };
  }
  const says = wrongNumber(modulus, exponent);
  return says === undefined ? undefined : { kind: 'rsa-key', says };
}

function wrongNumber(modulus: Uint8Array, exponent: Uint8Array): string | undefined {
  if (isNegative(modulus) || isNegative(exponent)) return 'RSA key with a negative number';
  if (bitsOf(modulus) === 0) return 'RSA modulus of 0';
  if (!isOdd(modulus)) return 'RSA modulus that is even';
  if (!isOdd(exponent) || bitsOf(exponent) < 2) return 'RSA exponent that is even or below 3';
  return undefined;
}

function readNumbers(octets: Uint8Array): readonly [modulus: Uint8Array, exponent: Uint8Array] | undefined {
  try {
    const fields = openFields(readDer(octets, 'RSAPublicKey'), tags.sequence, 'RSAPublicKey');
    const modulus = fields.next(tags.integer, 'modulus').content;
    const exponent = fields.next(tags.integer, 'publicExponent').content;
    return modulus.length > 0 && exponent.length > 0 ? [modulus, exponent] : undefined;
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

function isNegative([first = 0]: Uint8Array): boolean {
  return first >= 0x80;
}

function isOdd(number: Uint8Array): boolean {
  return ((number.at(-1) ?? 0) & 1) === 1;
}

function bitsOf(number: Uint8Array): number {
  const at = number.findIndex((octet) => octet !== 0);
  return at === -1 ? 0 : 8 * (number.length - at) - (Math.clz32(number[at] ?? 0) - 24);
}
