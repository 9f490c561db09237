import type { Status } from '../../../protocol/syncml/message.ts';
import type { ReadSyncMessage } from '../../../protocol/syncml/read-message.ts';
import { md5Digest } from '../../../protocol/syncml/digest.ts';
import type { IssuedAccount, IssuedCertificate } from '../issued-certificates.ts';
import type { ManagementDesk } from './management-desk.ts';
import type { ManagementSession } from './management-sessions.ts';

/** The Status of the header that a message gets: with a challenge, it gets nothing else. */
export type Prove = (
  enrollment: IssuedCertificate,
  message: ReadSyncMessage,
  session: ManagementSession,
) => Pick<Status, 'code' | 'challenge'>;

/**
 * Asks each session once for the digest of the account, with a nonce of its own (MS-MDM 1.3.1). A nonce proves one session. The digest is
 * believed by its value alone: which name the message gives beside it means nothing.
 */
export function proofs({ behaviour: { proof, repeatsNonce, challengesAgain }, identifiers }: ManagementDesk): Prove {
  const nonces = new Map<string, Uint8Array | undefined>();
  const used = new Map<string, string>();

  return ({ certificate: { sha1 }, account }, { credential }, session) => {
    if (!account || proof === 'unasked') return { code: '200' };
    const isAskedAgain = challengesAgain && !credential && session.isProven();
    if (session.isProven() && !isAskedAgain) return { code: '200' };
    if (!credential) return challenge('407', sha1, account);
    const nonce = nonces.has(sha1) ? nonces.get(sha1) : account.nonce;
    const isRight = nonce !== undefined && credential.data === md5Digest({ ...account, nonce });
    const isUsed = proof === 'used-before' && used.get(sha1) === credential.data;
    if (proof === 'never-believed' || !(isRight || isUsed || proof === 'any')) return challenge('401', sha1, account);
    session.noteProof();
    nonces.set(sha1, undefined);
    used.set(sha1, credential.data);
    return { code: '212' };
  };

  function challenge(code: string, sha1: string, account: IssuedAccount): Pick<Status, 'code' | 'challenge'> {
    const nonce = repeatsNonce ? account.nonce : identifiers.bytes(16);
    nonces.set(sha1, nonce);
    return {
      code,
      challenge: { Format: 'b64', Type: 'syncml:auth-md5', NextNonce: Buffer.from(nonce).toString('base64') },
    };
  }
}
