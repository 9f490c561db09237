import { createHash } from 'node:crypto';
import { readCertificate, UnreadableCertificate, type Certificate } from './certificate.ts';
import {
  contextTag,
  DerError,
  openFields,
  readDer,
  readItems,
  requireTag,
  tags,
  type Der,
  type Fields,
} from '../der/der.ts';
import { readInteger, readOid, readTime } from '../der/der-values.ts';
import { readName, sameName } from './name.ts';
import { digestOfOid, isSignedBy, readSignatureAlgorithm, withDigest, type Hash } from './signature.ts';

/** Thrown when bytes are no CMS SignedData; the message is a sentence that says what is wrong and at which byte. */
export class UnreadableSignedData extends Error {
  override readonly name = 'UnreadableSignedData';
}

/** A CMS (PKCS #7) SignedData (RFC 5652 section 5) with one signer, as a device signs the renewal of its certificate. */
export interface SignedData {
  readonly der: Uint8Array;
  /** OID of what was signed; `1.2.840.113549.1.7.1` where it is plain data. */
  readonly contentType: string;
  /** What was signed: for a renewal, a PKCS #10 request. */
  readonly content: Uint8Array;
  /** Those that came along. */
  readonly certificates: readonly Certificate[];
  /** The one among them that the signer names; absent where it did not come along. */
  readonly signer?: Certificate;
  /** Whether the key of `signer` signed the content. That anybody trusts the signer is another question. */
  readonly signatureValid: boolean;
  /** What the signer says of when; absent where nothing is said. */
  readonly signingTime?: Date;
}

const signedDataOid = '1.2.840.113549.1.7.2';
const attributeOids = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
} as const;

/**
 * Reads a DER SignedData; throws `UnreadableSignedData`, and nothing else, whatever the bytes are. With `beside`, one that does not hold what
 * was signed: those bytes travelled beside it.
 */
export function readSignedData(der: Uint8Array, beside?: Uint8Array): SignedData {
  try {
    return read(der, beside);
  } catch (error) {
    if (!(error instanceof DerError || error instanceof UnreadableCertificate)) throw error;
    throw new UnreadableSignedData(`not a PKCS #7 signed message: ${error.message}`, { cause: error });
  }
}

function read(bytes: Uint8Array, beside?: Uint8Array): SignedData {
  const outer = readDer(bytes, 'message');
  const info = openFields(outer, tags.sequence, 'message');
  const type = readOid(info.next(tags.oid, 'contentType'), 'contentType');
  if (type !== signedDataOid) throw new DerError(`the content type is ${type} instead of ${signedDataOid}`);
  const fields = openFields(wrapped(info, 'signedData'), tags.sequence, 'signedData');
  fields.next(tags.integer, 'version');
  fields.next(tags.set, 'digestAlgorithms');
  const { contentType, content } = readContent(fields.next(tags.sequence, 'encapContentInfo'), beside);
  const certificates = readCertificates(fields.optional(contextTag(0)));
  fields.optional(contextTag(1));
  const signers = readItems(fields.next(tags.set, 'signerInfos'), tags.set, 'signerInfos');
  const [signer, ...others] = signers;
  if (!signer || others.length > 0) throw new DerError(`signerInfos holds ${signers.length} signers instead of one`);
  const signed = { contentType, content, certificates };
  return { der: outer.bytes, ...signed, ...readSigner(signer, signed) };
}

/** The value inside an explicit `[0]`. */
function wrapped(fields: Fields, what: string): Der {
  return openFields(fields.next(contextTag(0), what), contextTag(0), what).any(what);
}

function readContent(value: Der, beside?: Uint8Array): Pick<SignedData, 'contentType' | 'content'> {
  const fields = openFields(value, tags.sequence, 'encapContentInfo');
  const contentType = readOid(fields.next(tags.oid, 'eContentType'), 'eContentType');
  const content = beside ?? octetsOf(wrapped(fields, 'eContent'));
  if (beside && fields.left() > 0)
    throw new DerError('encapContentInfo holds a content, which has to travel beside it');
  return { contentType, content };
}

const constructedOctetString = tags.octetString | 0x20;

/** BER allows an OCTET STRING in pieces, and several libraries write it so. */
function octetsOf(value: Der): Uint8Array {
  if (value.tag !== constructedOctetString) return requireTag(value, tags.octetString, 'eContent').content;
  return Buffer.concat(readItems(value, constructedOctetString, 'eContent').map(octetsOf));
}

/** Attribute certificates and other kinds, which have tags of their own, are passed over. */
function readCertificates(value: Der | undefined): Certificate[] {
  const all = value ? readItems(value, contextTag(0), 'certificates') : [];
  return all.filter(({ tag }) => tag === tags.sequence).map(({ bytes }) => readCertificate(bytes));
}

type Signed = Pick<SignedData, 'contentType' | 'content' | 'certificates'>;

/** SignerInfo, RFC 5652 section 5.3. */
function readSigner(value: Der, signed: Signed): Pick<SignedData, 'signer' | 'signatureValid' | 'signingTime'> {
  const fields = openFields(value, tags.sequence, 'signerInfo');
  fields.next(tags.integer, 'version');
  const signer = findSigner(fields.any('signerIdentifier'), signed.certificates);
  const hash = readHash(fields.next(tags.sequence, 'digestAlgorithm'), 'digestAlgorithm');
  const attributes = fields.optional(contextTag(0));
  const algorithm = readSignatureAlgorithm(fields.next(tags.sequence, 'signatureAlgorithm'), 'signatureAlgorithm');
  const signature = fields.next(tags.octetString, 'signature').content;
  const said = attributes && readAttributes(attributes);
  const time = said?.get(attributeOids.signingTime);
  const isSigned =
    hash !== undefined &&
    (!said || speaksOf(said, signed, hash)) &&
    isSignedBy(
      signer?.publicKey.keyObject,
      withDigest(algorithm, hash),
      attributes ? asSet(attributes) : signed.content,
      signature,
    );
  return {
    ...(signer ? { signer } : {}),
    signatureValid: isSigned,
    ...(time ? { signingTime: readTime(time, 'signingTime').date } : {}),
  };
}

/** By issuer and serial number, or by subject key identifier. */
function findSigner(identifier: Der, certificates: readonly Certificate[]): Certificate | undefined {
  if (identifier.tag === 0x80) {
    const wanted = Buffer.from(identifier.content).toString('hex').toUpperCase();
    return certificates.find(({ subjectKeyId }) => subjectKeyId === wanted);
  }
  const fields = openFields(identifier, tags.sequence, 'issuerAndSerialNumber');
  const issuer = readName(fields.next(tags.sequence, 'issuer'), 'issuer');
  const serial = readInteger(fields.next(tags.integer, 'serialNumber'), 'serialNumber');
  return certificates.find((candidate) => candidate.serial === serial && sameName(candidate.issuer, issuer));
}

function readHash(value: Der, what: string): Hash | undefined {
  return digestOfOid(readOid(openFields(value, tags.sequence, what).next(tags.oid, what), what));
}

/** The first value of each attribute, by OID. */
function readAttributes(value: Der): ReadonlyMap<string, Der> {
  return new Map(
    readItems(value, contextTag(0), 'signedAttrs').map((attribute) => {
      const fields = openFields(attribute, tags.sequence, 'attribute');
      const oid = readOid(fields.next(tags.oid, 'attribute type'), 'attribute type');
      const values = fields.next(tags.set, 'attribute values');
      return [oid, openFields(values, tags.set, 'attribute values').any('attribute value')];
    }),
  );
}

/** Whether the signed attributes are about this content (RFC 5652 section 11.1 and 11.2). */
function speaksOf(said: ReadonlyMap<string, Der>, { contentType, content }: Signed, hash: Hash): boolean {
  const type = said.get(attributeOids.contentType);
  const digest = said.get(attributeOids.messageDigest);
  if (type?.tag !== tags.oid || digest?.tag !== tags.octetString) return false;
  const isOfType = readOid(type, 'contentType attribute') === contentType;
  return isOfType && Buffer.compare(createHash(hash).update(content).digest(), digest.content) === 0;
}

/** The signature is over the attributes as a SET, though they are stored under `[0]` (RFC 5652 section 5.4). */
function asSet({ bytes }: Der): Uint8Array {
  return Uint8Array.from([tags.set, ...bytes.subarray(1)]);
}
