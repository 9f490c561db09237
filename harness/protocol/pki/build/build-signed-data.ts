import { createHash, webcrypto } from 'node:crypto';
import type { Certificate } from '../read/certificate.ts';
import type { KeyPair } from './keys.ts';

/** What is signed, by whom and when. */
export interface SignedDataContent {
  readonly content: Uint8Array;
  readonly certificate: Certificate;
  /** That of the certificate, unless the signature shall be wrong. */
  readonly key: KeyPair;
  readonly signingTime: Date;
  /** The message does not hold the content, which travels beside it (RFC 5652 section 5.2, external signatures). */
  readonly isDetached?: true;
}

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
} as const;

/**
 * The DER of a CMS SignedData over `content` with the certificate of its one signer, SHA-256 and PKCS #1 v1.5. Equal
 * input gives equal bytes. A device signs the PKCS #10 request for its next certificate like this (MS-MDE2
 * 3.5.4.1.1.1), and, detached, each message of a session whose server asks for that (MS-MDM 2.1, note 4).
 */
export async function buildSignedData({
  content,
  certificate,
  key,
  signingTime,
  isDetached,
}: SignedDataContent): Promise<Uint8Array> {
  // Loaded when the first message is signed: a run that renews nothing does not pay for them.
  const [asn1js, pkijs] = await Promise.all([import('asn1js'), import('pkijs')]);
  const signer = pkijs.Certificate.fromBER(bufferOf(certificate.der));
  const digest = createHash('sha256').update(content).digest();
  const attribute = (type: string, value: unknown) => new pkijs.Attribute({ type, values: [value] });
  const encapContentInfo = new pkijs.EncapsulatedContentInfo({ eContentType: oids.data });
  // Set apart: what the constructor gets, it cuts into the pieces of BER.
  if (!isDetached) encapContentInfo.eContent = new asn1js.OctetString({ valueHex: bufferOf(content) });
  const signed = new pkijs.SignedData({
    version: 1,
    encapContentInfo,
    certificates: [signer],
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: signer.issuer, serialNumber: signer.serialNumber }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            attribute(oids.contentType, new asn1js.ObjectIdentifier({ value: oids.data })),
            attribute(oids.signingTime, new asn1js.UTCTime({ valueDate: signingTime })),
            attribute(oids.messageDigest, new asn1js.OctetString({ valueHex: bufferOf(digest) })),
          ],
        }),
      }),
    ],
  });
  const engine = new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto });
  await signed.sign(await signingKey(key), 0, 'SHA-256', undefined, engine);
  const info = new pkijs.ContentInfo({ contentType: oids.signedData, content: signed.toSchema(true) });
  return new Uint8Array(info.toSchema().toBER());
}

async function signingKey({ privateKey }: KeyPair): Promise<webcrypto.CryptoKey> {
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' });
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  return await webcrypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
}

/** A buffer of its own: these libraries read the whole of what they get. */
function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
