import { readCertificate, UnreadableCertificate } from '../../harness/protocol/pki/read/certificate.ts';

/** What a base64 text holds, for people: `certificate of CN=device, issued by CN=CA, until 2027-01-01`. */
export function certificateIn(text: string): string {
  try {
    const { subject, issuer, notAfter } = readCertificate(Buffer.from(text, 'base64'));
    return `certificate of ${subject.toString()}, issued by ${issuer.toString()}, until ${notAfter.toISOString().slice(0, 10)}`;
  } catch (error) {
    if (error instanceof UnreadableCertificate || error instanceof RangeError) return text;
    throw error;
  }
}
