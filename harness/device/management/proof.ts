import { md5Digest } from '../../protocol/syncml/digest.ts';
import type { Credential } from '../../protocol/syncml/message.ts';
import type { ReadCommand } from '../../protocol/syncml/read-message.ts';
import type { Reveal } from '../../wire/redaction/secret-register.ts';
import type { AppCredential } from './account.ts';

/** What a server asks a device to prove itself by. */
export type Challenge = NonNullable<ReadCommand['challenge']>;

/** The proof of an account; a nonce of the challenge takes the place of that of the account (MS-MDM 1.3.1). */
export function proofOf(
  { type, name, secret, nonce }: AppCredential,
  challenge: Challenge,
  { reveal, isWrong = false }: { readonly reveal: Reveal; readonly isWrong?: boolean | undefined },
): Credential {
  const shown = `${reveal(secret)}${isWrong ? '-not' : ''}`;
  if (type === 'BASIC' && challenge.type !== 'syncml:auth-md5') {
    return { type: 'syncml:auth-basic', data: Buffer.from(`${name}:${shown}`).toString('base64') };
  }
  const given = challenge.nonce === undefined ? nonce : Buffer.from(challenge.nonce, 'base64');
  return { type: 'syncml:auth-md5', data: md5Digest({ name, secret: shown, nonce: given }) };
}
