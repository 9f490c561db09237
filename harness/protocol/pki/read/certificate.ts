import { createHash } from 'node:crypto';
import { contextTag, DerError, openFields, readDer, tags, type Der, type Fields } from '../der/der.ts';
import { readInteger, readTime, type DerTime } from '../der/der-values.ts';
import { decodeExtensions, readExtensions, type DecodedExtensions, type Extension } from './extensions.ts';
import { readName, type Name } from './name.ts';
import { oddContents, oddEncoding, oddExtension, oddAlgorithms, oddKey, type Oddity } from './oddities.ts';
import { formatPem } from './pem.ts';
import { readPublicKey, type PublicKey } from './public-key.ts';
import {
  isPssSignedBy,
  isSignedBy,
  readSignatureAlgorithm,
  readSignatureValue,
  type SignatureAlgorithm,
} from './signature.ts';

/** Thrown when bytes are no X.509 certificate; the message is a sentence that says what is wrong and at which byte. */
export class UnreadableCertificate extends Error {
  override readonly name = 'UnreadableCertificate';
}

/** An X.509 certificate (RFC 5280), read as leniently as can be: what departs from the standard is noted, not refused. */
export interface Certificate extends DecodedExtensions {
  /** The certificate alone, without what may follow it. */
  readonly der: Uint8Array;
  readonly pem: string;
  /** SHA-1 over `der`, 40 upper-case hexadecimal digits, as Windows names certificates. */
  readonly sha1: string;
  readonly version: 1 | 2 | 3;
  readonly serial: bigint;
  readonly subject: Name;
  readonly issuer: Name;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly publicKey: PublicKey;
  readonly signature: SignatureAlgorithm;
  /** The octets of the signature itself. */
  readonly signatureValue: Uint8Array;
  readonly extensions: readonly Extension[];
  /** Departures from RFC 5280 that do not stop reading: `version 1 with extensions`. Empty for a well-made certificate. */
  readonly nonStandard: readonly string[];
  /** The same, with what they concern. */
  readonly oddities: readonly Oddity[];
  /** Whether the key of `issuer` made the signature. That the names chain is another question: see `issuedBy`. */
  signedBy(issuer: Certificate): boolean;
}

/** Certificates read lately, by their bytes: many checks read the same few, and the root is in every document. */
const lately = new Map<string, Certificate>();
const mostKept = 512;
const largestKept = 16 * 1024;

/** Reads a DER certificate; throws `UnreadableCertificate`, and nothing else, whatever the bytes are. */
export function readCertificate(der: Uint8Array): Certificate {
  if (der.length > largestKept) return readAnew(der);
  const key = Buffer.from(der.buffer, der.byteOffset, der.byteLength).toString('latin1');
  const known = lately.get(key);
  if (known) return known;
  const certificate = Object.freeze(readAnew(Uint8Array.from(der)));
  if (lately.size >= mostKept) lately.clear();
  lately.set(key, certificate);
  return certificate;
}

function readAnew(der: Uint8Array): Certificate {
  try {
    return read(der);
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    throw new UnreadableCertificate(`not an X.509 certificate: ${error.message}${hint(der)}`, { cause: error });
  }
}

/** Recognises files that people give by mistake. */
function hint(bytes: Uint8Array): string {
  if (bytes.length === 0) return ' (there are no bytes)';
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1').trimStart();
  if (start.startsWith('-----BEGIN')) return ' (this is PEM, DER is wanted)';
  return start.startsWith('MII') ? ' (this looks like base64, DER is wanted)' : '';
}

function read(bytes: Uint8Array): Certificate {
  const outer = readDer(bytes, 'certificate');
  const fields = openFields(outer, tags.sequence, 'certificate');
  const body = fields.next(tags.sequence, 'tbsCertificate');
  const algorithm = fields.next(tags.sequence, 'signatureAlgorithm');
  const signature = readSignatureAlgorithm(algorithm, 'signatureAlgorithm');
  const signatureValue = readSignatureValue(fields.next(tags.bitString, 'signatureValue'), 'signatureValue');
  const { validity, innerAlgorithm, rest, ...content } = readBody(body);
  const { decoded, undecodable } = decodeExtensions(content.extensions);
  const oddities: readonly Oddity[] = [
    ...oddContents(content, validity),
    ...undecodable.map(oddExtension),
    ...oddAlgorithms(innerAlgorithm, algorithm),
    ...oddKey(content.publicKey),
    ...oddEncoding(bytes, outer, { extensions: rest, signature: fields.left() }),
  ];
  const verified = new WeakMap<Certificate, boolean>();
  return {
    ...content,
    ...decoded,
    der: outer.bytes,
    pem: formatPem('CERTIFICATE', outer.bytes),
    sha1: createHash('sha1').update(outer.bytes).digest('hex').toUpperCase(),
    notBefore: validity[0].date,
    notAfter: validity[1].date,
    signature,
    signatureValue,
    nonStandard: oddities.map(({ says }) => says),
    oddities,
    signedBy: (issuer) => {
      const key = issuer.publicKey.keyObject;
      const known =
        verified.get(issuer) ??
        (isSignedBy(key, signature, body.bytes, signatureValue) || isPssSignedBy(key, signature, outer.bytes));
      verified.set(issuer, known);
      return known;
    },
  };
}

interface Body extends Pick<Certificate, 'version' | 'serial' | 'issuer' | 'subject' | 'publicKey' | 'extensions'> {
  readonly innerAlgorithm: Der;
  readonly validity: readonly [DerTime, DerTime];
  /** Octets behind the last field. */
  readonly rest: number;
}

/** TBSCertificate, RFC 5280 section 4.1. The fields are read in the order of the encoding. */
function readBody(value: Der): Body {
  const fields = openFields(value, tags.sequence, 'tbsCertificate');
  const version = readVersion(fields.optional(contextTag(0)));
  const serial = readInteger(fields.next(tags.integer, 'serialNumber'), 'serialNumber');
  const innerAlgorithm = fields.next(tags.sequence, 'signature');
  const issuer = readName(fields.next(tags.sequence, 'issuer'), 'issuer');
  const validity = readValidity(fields.next(tags.sequence, 'validity'));
  const subject = readName(fields.next(tags.sequence, 'subject'), 'subject');
  const publicKey = readPublicKey(fields.next(tags.sequence, 'subjectPublicKeyInfo'), 'subjectPublicKeyInfo');
  skipUniqueIds(fields);
  const wrapped = fields.optional(contextTag(3));
  const list = wrapped && openFields(wrapped, contextTag(3), 'extensions').next(tags.sequence, 'extensions');
  return {
    version,
    serial,
    innerAlgorithm,
    issuer,
    validity,
    subject,
    publicKey,
    extensions: list ? readExtensions(list) : [],
    rest: fields.left(),
  };
}

function readVersion(wrapped: Der | undefined): 1 | 2 | 3 {
  if (!wrapped) return 1;
  const field = openFields(wrapped, contextTag(0), 'version').next(tags.integer, 'version');
  const version = readInteger(field, 'version') + 1n;
  if (version === 1n) return 1;
  if (version === 2n) return 2;
  if (version === 3n) return 3;
  throw new DerError(`version at byte ${field.offset} is ${version}, but X.509 has versions 1 to 3`);
}

function readValidity(value: Der): readonly [DerTime, DerTime] {
  const fields = openFields(value, tags.sequence, 'validity');
  return [readTime(fields.any('notBefore'), 'notBefore'), readTime(fields.any('notAfter'), 'notAfter')];
}

/** issuerUniqueID [1] and subjectUniqueID [2], which nobody uses. */
function skipUniqueIds(fields: Fields): void {
  for (const tag of [0x81, contextTag(1), 0x82, contextTag(2)]) fields.optional(tag);
}
