import { createHash } from 'node:crypto';

/** What proves who sends a message, where the account says DIGEST (MS-MDM 1.3.1, OMA DM Security 5.3). */
export interface DigestInput {
  /** AAUTHNAME of the account. */
  readonly name: string;
  /** AAUTHSECRET of the account. */
  readonly secret: string;
  /** The bytes of the nonce, not their base64. */
  readonly nonce: Uint8Array;
}

/** The MD5 digest of `syncml:auth-md5`, in base64. */
export function md5Digest({ name, secret, nonce }: DigestInput): string {
  const known = md5(Buffer.from(`${name}:${secret}`, 'utf8'));
  return md5(Buffer.concat([Buffer.from(`${known}:`), nonce]));
}

function md5(bytes: Uint8Array): string {
  return createHash('md5').update(bytes).digest('base64');
}
