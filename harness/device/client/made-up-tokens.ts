import type { KnownSecret } from '../../wire/redaction/secret-ledger.ts';

/** What a sign-in page would give, where the server has none; in base64, as a BinarySecurityToken has it. */
export const foreignToken = Buffer.from('mde-conformance: no token of this server').toString('base64');

/** What stands in a BinarySecurityToken and is no base64. */
export const undecodableToken = '%%mde-conformance: no base64%%';

/** Tokens that devices send and no server gave. Known from the start, they spare a second search through the whole recording. */
export const madeUpTokens: readonly KnownSecret[] = [foreignToken, undecodableToken].map((value) => ({
  kind: 'token',
  value,
}));
