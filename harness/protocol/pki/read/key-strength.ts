import type { PublicKey } from './public-key.ts';

/**
 * The bits that a key needs for 112 bits of security (NIST SP 800-57 Part 1 section 5.6.1): a modulus of RSA or DSA 2048, the
 * field of a curve 224. Undefined for a key whose kind has one length only, such as Ed25519.
 */
export function shortestStrongKey({ algorithm, bits }: PublicKey): number | undefined {
  if (algorithm === 'ec') return 224;
  return algorithm === 'rsa' || bits !== undefined ? 2048 : undefined;
}
