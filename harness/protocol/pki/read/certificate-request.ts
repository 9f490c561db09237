import { contextTag, DerError, openFields, readDer, readItems, tags, type Der } from '../der/der.ts';
import { readOid } from '../der/der-values.ts';
import { extensionOids, readExtensions, type Extension } from './extensions.ts';
import { readName, type Name } from './name.ts';
import { readPublicKey, type PublicKey } from './public-key.ts';
import { isSignedBy, readSignatureAlgorithm, readSignatureValue, type SignatureAlgorithm } from './signature.ts';

export {
  modernCertificateRequest,
  requestSignatures,
  windowsCertificateRequest,
  withWrongSignature,
} from '../build/build-certificate-request.ts';

/** Thrown when bytes are no PKCS #10 request; the message is a sentence that says what is wrong and at which byte. */
export class UnreadableCertificateRequest extends Error {
  override readonly name = 'UnreadableCertificateRequest';
}

/** A certificate request (RFC 2986), read as leniently as Windows' own requires. */
export interface CertificateRequest {
  readonly der: Uint8Array;
  readonly subject: Name;
  readonly publicKey: PublicKey;
  readonly signature: SignatureAlgorithm;
  /** Whether the request proves possession of its key. */
  readonly signatureValid: boolean;
  /** Those of the extensionRequest attribute. */
  readonly extensions: readonly Extension[];
  /** `windows`: as Windows 10 writes it, against ASN.1; `modern`: UTF8String and SHA-2; `other`: neither. */
  readonly shape: 'windows' | 'modern' | 'other';
}

/** Reads a DER request; throws `UnreadableCertificateRequest`, and nothing else, whatever the bytes are. */
export function readCertificateRequest(der: Uint8Array): CertificateRequest {
  try {
    return read(der);
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    throw new UnreadableCertificateRequest(`not a PKCS #10 certificate request: ${error.message}`, { cause: error });
  }
}

function read(bytes: Uint8Array): CertificateRequest {
  const outer = readDer(bytes, 'request');
  const fields = openFields(outer, tags.sequence, 'request');
  const info = fields.next(tags.sequence, 'certificationRequestInfo');
  const signature = readSignatureAlgorithm(fields.next(tags.sequence, 'signatureAlgorithm'), 'signatureAlgorithm');
  const signatureValue = readSignatureValue(fields.next(tags.bitString, 'signature'), 'signature');
  const content = readInfo(info);
  return {
    der: outer.bytes,
    ...content,
    signature,
    signatureValid: isSignedBy(content.publicKey.keyObject, signature, info.bytes, signatureValue),
    shape: shapeOf(content, signature),
  };
}

type Content = Pick<CertificateRequest, 'subject' | 'publicKey' | 'extensions'>;

function readInfo(value: Der): Content {
  const fields = openFields(value, tags.sequence, 'certificationRequestInfo');
  fields.next(tags.integer, 'version');
  const subject = readName(fields.next(tags.sequence, 'subject'), 'subject');
  const publicKey = readPublicKey(fields.next(tags.sequence, 'subjectPKInfo'), 'subjectPKInfo');
  const attributes = fields.optional(contextTag(0));
  const all = attributes ? readItems(attributes, contextTag(0), 'attributes') : [];
  return { subject, publicKey, extensions: all.flatMap(readExtensionRequest) };
}

const extensionRequestOid = '1.2.840.113549.1.9.14';

/** The extensions in an attribute; none where it is another attribute. */
function readExtensionRequest(attribute: Der): Extension[] {
  const fields = openFields(attribute, tags.sequence, 'attribute');
  if (readOid(fields.next(tags.oid, 'attribute type'), 'attribute type') !== extensionRequestOid) return [];
  return readItems(fields.next(tags.set, 'extensionRequest'), tags.set, 'extensionRequest').flatMap(readExtensions);
}

const oiwSha1WithRsa = '1.3.14.3.2.29';

function shapeOf({ subject, extensions }: Content, { oid, hash }: SignatureAlgorithm): CertificateRequest['shape'] {
  const commonName = subject.rdns.flat().find(({ type }) => type === 'CN');
  const namesDevice = extensions.some((extension) => extension.oid === extensionOids.windowsDeviceId);
  if (oid === oiwSha1WithRsa && commonName?.encoding === 'PrintableString' && namesDevice) return 'windows';
  const sha2 = hash === 'sha256' || hash === 'sha384' || hash === 'sha512';
  return sha2 && commonName?.encoding === 'UTF8String' ? 'modern' : 'other';
}
