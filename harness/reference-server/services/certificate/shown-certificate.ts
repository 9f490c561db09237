import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { decodeBase64 } from '../../../engine/evidence/base64.ts';
import { readCertificate, UnreadableCertificate } from '../../../protocol/pki/read/certificate.ts';
import type { Certificate } from '../../../protocol/pki/read/certificate.ts';
import { namespaces } from '../../../protocol/xml/namespaces.ts';
import type { XmlNode } from '../../../protocol/xml/tree.ts';
import { Refusal } from '../refusal.ts';

/** A certificate in a Security header. */
export interface ShownCertificate {
  readonly certificate: Certificate;
  /** By which KeyInfo refers to it: `u:Id`, or `Id` as a published sample has it (MS-MDE2 4.2.1.2). */
  readonly id: string | undefined;
}

/** The certificates of a Security header, in their order; a token that is none is left out. */
export function shownCertificates(security: XmlNode): readonly ShownCertificate[] {
  return security.all('wsse:BinarySecurityToken').flatMap((token) => {
    const certificate = readable(decodeBase64(token.text));
    const id = token.attribute('Id', namespaces.u) ?? token.attribute('Id');
    return certificate === undefined ? [] : [{ certificate, id }];
  });
}

/** The key of a certificate. Throws `Refusal` if it is none of RSA. */
export function publicKeyOf({ publicKey }: Certificate): KeyObject {
  if (publicKey.algorithm !== 'rsa') throw new Refusal('Authentication', 'The key of the certificate is not RSA.');
  return createPublicKey({ key: Buffer.from(publicKey.spki), format: 'der', type: 'spki' });
}

function readable(der: Uint8Array | undefined): Certificate | undefined {
  if (der === undefined || der.length === 0) return undefined;
  try {
    return readCertificate(der);
  } catch (error) {
    if (error instanceof UnreadableCertificate) return undefined;
    throw error;
  }
}
