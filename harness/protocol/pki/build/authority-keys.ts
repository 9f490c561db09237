import {
  generateEcKey,
  generateRsaKey,
  poolKey,
  serverPoolKey,
  shortKeyBits,
  shortPoolKey,
  weakKeyBits,
  weakPoolKey,
  type KeyPair,
} from './keys.ts';

/** The keys of an authority. */
export interface AuthorityKeys {
  readonly root: KeyPair;
  readonly intermediate: KeyPair;
  /** The key of the TLS server, on P-256: a handshake with it takes half a millisecond less than with RSA. */
  readonly server: KeyPair;
  /** A key from nobody's request: `otherKey` certifies it and `otherSigner` signs with it. */
  readonly unlisted: KeyPair;
  /** A key of 1024 bits: what `shortKey` certifies and signs with. */
  readonly short: KeyPair;
  /** A key of 512 bits: what `weakKey` certifies and signs with. */
  readonly weak: KeyPair;
}

/** Test keys 8 to 10, the short one, the weak one and the server's: for loopback only. */
export function poolAuthorityKeys(): AuthorityKeys {
  return {
    root: poolKey(8),
    intermediate: poolKey(9),
    server: serverPoolKey(),
    unlisted: poolKey(10),
    short: shortPoolKey(),
    weak: weakPoolKey(),
  };
}

/** Fresh keys, for a server that others can reach. Takes about a quarter of a second. */
export async function generateAuthorityKeys(): Promise<AuthorityKeys> {
  const [root, intermediate, server, unlisted, short, weak] = await Promise.all([
    generateRsaKey(2048),
    generateRsaKey(2048),
    generateEcKey(),
    generateRsaKey(2048),
    generateRsaKey(shortKeyBits),
    generateRsaKey(weakKeyBits),
  ]);
  return { root, intermediate, server, unlisted, short, weak };
}
