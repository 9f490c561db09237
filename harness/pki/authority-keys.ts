import { generateRsaKey, poolKey, type KeyPair } from './keys.ts';

/** The keys of an authority. */
export interface AuthorityKeys {
  readonly root: KeyPair;
  readonly intermediate: KeyPair;
  /** The TLS server's own. */
  readonly server: KeyPair;
  /** A key that nobody asked for: what `otherKey` certifies and `otherSigner` signs with. */
  readonly stranger: KeyPair;
}

/** Test keys 8 to 11: for loopback only. */
export function poolAuthorityKeys(): AuthorityKeys {
  return { root: poolKey(8), intermediate: poolKey(9), server: poolKey(10), stranger: poolKey(11) };
}

/** Fresh keys, for a server that others can reach. Takes about a quarter of a second. */
export async function generateAuthorityKeys(): Promise<AuthorityKeys> {
  const generated = [generateRsaKey(2048), generateRsaKey(2048), generateRsaKey(2048), generateRsaKey(2048)] as const;
  const [root, intermediate, server, stranger] = await Promise.all(generated);
  return { root, intermediate, server, stranger };
}
