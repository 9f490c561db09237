import type { HttpRequest } from '../../../wire/exchange/exchange.ts';
import { readSignedData, UnreadableSignedData } from '../../../protocol/pki/read/signed-data.ts';
import type { SignedData } from '../../../protocol/pki/read/signed-data.ts';
import type { IssuedCertificate } from '../issued-certificates.ts';
import type { ManagementDesk } from './management-desk.ts';

/** Whether a message is signed as its device has to sign it. */
export type IsSigned = (request: HttpRequest, owner: IssuedCertificate) => boolean;

/** The header field is called so in MS-MDM 2.1, note 4, and in MS-MDE2 2.2.9.3. */
const names: readonly string[] = ['ms-signature', 'mdm-signature'];

/** Demands a signature by the key of the certificate of the connection over the bytes of the body, where the document demanded it. */
export function signatures({ issued, behaviour }: ManagementDesk): IsSigned {
  return (request, owner) => {
    const isAsked = behaviour.asksForSignatures ?? issued.enrollmentOf(owner).user.signsMessages ?? false;
    if (!isAsked || behaviour.signatures === 'unread') return true;
    const signed = signatureIn(request);
    const signer = signed?.signer;
    if (!signer) return false;
    const isOwn = Buffer.compare(signer.publicKey.spki, owner.certificate.publicKey.spki) === 0;
    return (
      (isOwn || behaviour.signatures === 'of-anybody') &&
      (signed.signatureValid || behaviour.signatures === 'of-anything')
    );
  };
}

/** The signature of a message, whoever made it and over whatever; undefined if there is none to be read. */
export function signatureIn({ headers, body }: HttpRequest): SignedData | undefined {
  const [, header] = headers.find(([name]) => names.includes(name.toLowerCase())) ?? [];
  try {
    return header === undefined ? undefined : readSignedData(Buffer.from(header, 'base64'), body);
  } catch (error) {
    if (error instanceof UnreadableSignedData) return undefined;
    throw error;
  }
}
