import { Secret } from '../../wire/redaction/secret.ts';

/** A token such as a sign-in page gives, for a server without one; in base64, as in a BinarySecurityToken. */
export const foreignToken = new Secret(
  'token',
  Buffer.from('mde-conformance: no token of this server').toString('base64'),
);

/** A text for a BinarySecurityToken that is not base64. */
export const undecodableToken = new Secret('token', '%%mde-conformance: no base64%%');
