import { decodeBase64 } from '../../../harness/engine/evidence/base64.ts';
import { readCertificate, UnreadableCertificate } from '../../../harness/protocol/pki/read/certificate.ts';

/** Why a text is not the certificate of a certification authority in base64; undefined where it is one. */
export function caCertificateDefect(text: string): string | undefined {
  if (text.trim() === '') return 'is empty';
  const der = decodeBase64(text);
  if (!der) return 'is not base64';
  const reading = readAuthority(der);
  return reading === 'authority' ? undefined : reading;
}

function readAuthority(der: Uint8Array): string {
  try {
    const { ca, version } = readCertificate(der);
    const isAuthority = ca ?? version < 3;
    return isAuthority ? 'authority' : 'is not a CA certificate';
  } catch (error) {
    if (!(error instanceof UnreadableCertificate)) throw error;
    return `is ${error.message}`;
  }
}
