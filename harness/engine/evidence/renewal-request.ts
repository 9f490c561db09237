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

/** The content of a request to renew a certificate (MS-MDE2 3.5.4.1.1.1). */
export interface RenewalRequest {
  /** `single` base64 in an automatic renewal, `double` base64 in a renewal that the user starts. */
  readonly encoding: 'single' | 'double';
  /** The PKCS #7 message, if it can be read. */
  readonly signed?: SignedData;
  /** The PKCS #10 request for the new key inside, if it can be read. */
  readonly certificateRequest?: CertificateRequest;
  /** The renewal period in days before the end of the certificate, as the enrollment set it. */
  readonly period?: number;
  /** The device sent it before the renewal period of the certificate. */
  readonly early?: true;
}

/** Reads the token of a renewal; undefined if it is missing or not base64. */
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

/** The client certificate of the connection; undefined if it had none, or the recording lacks it. */
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
