import { decodeBase64 } from '../../../harness/engine/evidence/base64.ts';
import { readCertificate, UnreadableCertificate } from '../../../harness/protocol/pki/read/certificate.ts';

/** Whether base64 text holds a certificate that can be read. */
export function isReadableCertificate(text: string): boolean {
  try {
    return readCertificate(decodeBase64(text) ?? new Uint8Array()).der.length > 0;
  } catch (error) {
    if (error instanceof UnreadableCertificate) return false;
    throw error;
  }
}
