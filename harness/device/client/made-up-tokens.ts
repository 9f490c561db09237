import type { KnownSecret } from '../../wire/redaction/secret-ledger.ts';

/** A token such as a sign-in page gives, for a server without one; in base64, as in a BinarySecurityToken. */
export const foreignToken = Buffer.from('mde-conformance: no token of this server').toString('base64');

/** A text for a BinarySecurityToken that is not base64. */
export const undecodableToken = '%%mde-conformance: no base64%%';

/**
 * Tokens that devices send but no server issued. They are known from the start, which saves a second search in the
 * recording.
 */
export const madeUpTokens: readonly KnownSecret[] = [foreignToken, undecodableToken].map((value) => ({
  kind: 'token',
  value,
}));
