import { Secret } from '../../wire/redaction/secret.ts';

/** What a sign-in page would give, where the server has none; in base64, as a BinarySecurityToken has it. */
export const foreignToken = new Secret(
  'token',
  Buffer.from('mde-conformance: no token of this server').toString('base64'),
);

/** What stands in a BinarySecurityToken and is no base64. */
export const undecodableToken = new Secret('token', '%%mde-conformance: no base64%%');
