import { X509Certificate } from 'node:crypto';
import { checkServerIdentity } from 'node:tls';
import { readCertificate, UnreadableCertificate } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { readPem } from './pem.ts';

/** The certificates that a server sent, leaf first, without what cannot be read. */
export function readSentChain(pems: readonly string[]): readonly Certificate[] {
  return pems.flatMap((pem) => readPem(pem, 'CERTIFICATE')).flatMap(readIfCertificate);
}

function readIfCertificate(der: Uint8Array): Certificate[] {
  try {
    return [readCertificate(der)];
  } catch (error) {
    if (error instanceof UnreadableCertificate) return [];
    throw error;
  }
}

/** What a certificate says that it is for, as `DNS:mdm.contoso.com, IP Address:192.0.2.1`. */
export function namesOf({ der, subject }: Certificate): string {
  return new X509Certificate(der).subjectAltName ?? subject.toString();
}

/** Whether a certificate is for a host name or an IP address, by the rules by which Node's TLS judges it too. */
export function isForHost({ der }: Certificate, host: string): boolean {
  return checkServerIdentity(host, new X509Certificate(der).toLegacyObject()) === undefined;
}
