import { readCertificate, UnreadableCertificate } from '../../protocol/pki/read/certificate.ts';
import type { Certificate } from '../../protocol/pki/read/certificate.ts';
import { readCertificateRequest, UnreadableCertificateRequest } from '../../protocol/pki/read/certificate-request.ts';
import type { CertificateRequest } from '../../protocol/pki/read/certificate-request.ts';
import { readPem } from '../../protocol/pki/read/pem.ts';
import { readSignedData, UnreadableSignedData } from '../../protocol/pki/read/signed-data.ts';
import type { SignedData } from '../../protocol/pki/read/signed-data.ts';
import type { HttpRequest } from '../../wire/exchange/exchange.ts';
import type { XmlTree } from '../../protocol/xml/tree.ts';
import { decodeBase64 } from './base64.ts';

/** What a request to renew a certificate carries (MS-MDE2 3.5.4.1.1.1). */
export interface RenewalRequest {
  /** A device renews by itself in `single` base64; where the user triggers it, the message is in base64 once more. */
  readonly encoding: 'single' | 'double';
  /** The PKCS #7 message; absent where it cannot be read. */
  readonly signed?: SignedData;
  /** The PKCS #10 request for the new key inside; absent where it cannot be read. */
  readonly certificateRequest?: CertificateRequest;
  /** In days before the end of a certificate: when its renewal period begins, as the enrollment set that. */
  readonly period?: number;
  /** The renewal period of the certificate had not begun when it was sent. */
  readonly early?: true;
}

/** Reads the token of a renewal; undefined where it is missing or no base64. */
export function readRenewalRequest(tree: XmlTree): RenewalRequest | undefined {
  const once = decodeBase64(tree.text('//wst:RequestSecurityToken/wsse:BinarySecurityToken') ?? '');
  if (!once) return undefined;
  const twice = decodeBase64(once.toString('latin1'));
  const signed = signedData(twice ?? once);
  const certificateRequest = signed && requestIn(signed);
  return {
    encoding: twice ? 'double' : 'single',
    ...(signed ? { signed } : {}),
    ...(certificateRequest ? { certificateRequest } : {}),
  };
}

/** The client certificate that the connection of a request shows; undefined where it shows none, or nobody recorded it. */
export function shownCertificate({ connection }: Pick<HttpRequest, 'connection'>): Certificate | undefined {
  const [der] = readPem(connection?.clientCertificate?.certificate ?? '', 'CERTIFICATE');
  try {
    return der && readCertificate(der);
  } catch (error) {
    if (error instanceof UnreadableCertificate) return undefined;
    throw error;
  }
}

function signedData(der: Uint8Array): SignedData | undefined {
  try {
    return readSignedData(der);
  } catch (error) {
    if (error instanceof UnreadableSignedData) return undefined;
    throw error;
  }
}

function requestIn({ content }: SignedData): CertificateRequest | undefined {
  try {
    return readCertificateRequest(content);
  } catch (error) {
    if (error instanceof UnreadableCertificateRequest) return undefined;
    throw error;
  }
}
