import {
  constants,
  createHash,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type DSAEncoding,
  type KeyObject,
} from 'node:crypto';
import { readCertificate, type Certificate } from '../read/certificate.ts';
import { openFields, readDer, tags } from '../der/der.ts';
import { hex, integer, oid, sequence, time, tlv, yes } from './der-writer.ts';
import {
  authorityKeyId,
  basicConstraints,
  extendedKeyUsage,
  keyUsage,
  named,
  nameDer,
  purposes,
  subjectAltName,
  subjectKeyId,
  type WrittenExtension,
} from './extension-writer.ts';

/** A certificate with the key that it certifies. */
export interface Minted {
  readonly certificate: Certificate;
  readonly key: KeyObject;
}

/** What a certificate shall say; what is left out is as RFC 5280 wants it. */
export interface Wish {
  /** RFC 4514. */
  readonly subject?: string;
  /** Another issuer than the name of whoever signs. */
  readonly issuer?: string;
  /** Default: an authority signs others, a leaf is for both sides of TLS. */
  readonly ca?: boolean;
  readonly pathLength?: number;
  /** Private. Default: a fresh one on P-256. */
  readonly key?: KeyObject;
  /** The SubjectPublicKeyInfo in the place of that of the key. */
  readonly spki?: Uint8Array;
  readonly serial?: bigint;
  readonly version?: 1 | 2 | 3;
  /** Dates, or the DER of times. */
  readonly from?: Date | Uint8Array;
  readonly until?: Date | Uint8Array;
  /** Extensions in the place of those with the same OID, or in addition. */
  readonly with?: readonly WrittenExtension[];
  /** OIDs of extensions that are left out. */
  readonly without?: readonly string[];
  /** All extensions; no other is written then. */
  readonly extensions?: readonly WrittenExtension[];
  readonly algorithm?: Algorithm;
  /** The AlgorithmIdentifier outside of what is signed. */
  readonly outerAlgorithm?: Uint8Array;
  /** Signs in the place of the issuer's key. */
  readonly signer?: KeyObject;
  /** What is written of the octets of the signature. */
  readonly signature?: (octets: Buffer) => Uint8Array;
  /** Default: `der`. */
  readonly dsaEncoding?: DSAEncoding;
}

interface Scheme {
  readonly identifier: Buffer;
  readonly hash: string | null;
  readonly padding?: { readonly padding: number; readonly saltLength: number };
}

const nul = hex('0500');
const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
const sha256Id = sequence(oid('2.16.840.1.101.3.4.2.1'), nul);
const pssParameters = sequence(
  tlv(0xa0, sha256Id),
  tlv(0xa1, sequence(oid('1.2.840.113549.1.1.8'), sha256Id)),
  tlv(0xa2, integer(32)),
);

const algorithms = {
  'ecdsa-sha256': { identifier: sequence(oid('1.2.840.10045.4.3.2')), hash: 'sha256' },
  'ecdsa-sha384': { identifier: sequence(oid('1.2.840.10045.4.3.3')), hash: 'sha384' },
  'ecdsa-sha512': { identifier: sequence(oid('1.2.840.10045.4.3.4')), hash: 'sha512' },
  'ecdsa-sha1': { identifier: sequence(oid('1.2.840.10045.4.1')), hash: 'sha1' },
  'rsa-sha256': { identifier: sequence(oid('1.2.840.113549.1.1.11'), nul), hash: 'sha256' },
  'rsa-sha1': { identifier: sequence(oid('1.2.840.113549.1.1.5'), nul), hash: 'sha1' },
  'rsa-md5': { identifier: sequence(oid('1.2.840.113549.1.1.4'), nul), hash: 'md5' },
  'rsa-pss': { identifier: sequence(oid('1.2.840.113549.1.1.10'), pssParameters), hash: 'sha256', padding: pss },
  ed25519: { identifier: sequence(oid('1.3.101.112')), hash: null },
} as const satisfies Record<string, Scheme>;

/** How a certificate is signed. */
export type Algorithm = keyof typeof algorithms;

/** The AlgorithmIdentifier of a way to sign. */
export const identifierOf = (algorithm: Algorithm): Buffer => algorithms[algorithm].identifier;

function usualAlgorithm({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): Algorithm {
  if (asymmetricKeyType === 'ed25519') return 'ed25519';
  if (asymmetricKeyType === 'rsa') return 'rsa-sha256';
  if (asymmetricKeyDetails?.namedCurve === 'secp384r1') return 'ecdsa-sha384';
  return asymmetricKeyDetails?.namedCurve === 'secp521r1' ? 'ecdsa-sha512' : 'ecdsa-sha256';
}

/** The instant at which the certificates of tests are judged. */
export const now = new Date('2026-03-01T12:00:00Z');

const yearMs = 365 * 86_400_000;

/** A fresh private key on a curve; on P-256 it takes about a tenth of a millisecond. */
export const freshKey = (namedCurve = 'P-256'): KeyObject => generateKeyPairSync('ec', { namedCurve }).privateKey;

/** A key on a curve that is written with its parameters in place of its name. */
export const explicitKey = (namedCurve = 'P-256'): KeyObject =>
  generateKeyPairSync('ec', { namedCurve, paramEncoding: 'explicit' }).privateKey;

/** An authority that signed itself. */
export const mintRoot = (wish: Wish = {}): Minted => mint(undefined, { subject: 'CN=Root', ca: true, ...wish });

/** An authority below another. */
export const mintAuthority = (issuer: Minted, wish: Wish = {}): Minted =>
  mint(issuer, { subject: 'CN=Intermediate', ca: true, ...wish });

/** A certificate for a device. */
export const mintLeaf = (issuer: Minted, wish: Wish = {}): Minted =>
  mint(issuer, { subject: 'CN=device.example.com', ...wish });

let serials = 0x4000_0000_0000_0000n;

/** Issues what a wish says. Nothing is checked. */
function mint(issuer: Minted | undefined, wish: Wish): Minted {
  const key = wish.key ?? freshKey();
  const signer = wish.signer ?? issuer?.key ?? key;
  const { identifier, hash, padding }: Scheme = algorithms[wish.algorithm ?? usualAlgorithm(signer)];
  const subject = nameDer(wish.subject ?? '');
  serials += 1n;
  const extensions = wish.extensions ?? usualExtensions(issuer, wish, key);
  const version = wish.version ?? 3;
  const body = sequence(
    ...(version === 1 ? [] : [tlv(0xa0, integer(version - 1))]),
    integer(wish.serial ?? serials),
    identifier,
    wish.issuer === undefined ? (issuer ? subjectOf(issuer.certificate) : subject) : nameDer(wish.issuer),
    sequence(
      timeOf(wish.from ?? new Date(now.getTime() - yearMs)),
      timeOf(wish.until ?? new Date(now.getTime() + yearMs)),
    ),
    subject,
    wish.spki ?? spkiOf(key),
    ...(extensions.length > 0 ? [tlv(0xa3, sequence(...extensions.map(extensionDer)))] : []),
  );
  const octets = sign(hash, body, { key: signer, dsaEncoding: wish.dsaEncoding ?? 'der', ...padding });
  const signature = wish.signature?.(octets) ?? octets;
  const der = sequence(body, wish.outerAlgorithm ?? identifier, tlv(3, Buffer.from([0]), signature));
  return { certificate: readCertificate(der), key };
}

/** The octets of a subject as they stand. */
function subjectOf({ der }: Certificate): Uint8Array {
  const outer = openFields(readDer(der, 'certificate'), tags.sequence, 'certificate');
  const body = openFields(outer.next(tags.sequence, 'body'), tags.sequence, 'body');
  body.optional(0xa0);
  for (const field of ['serial', 'signature', 'issuer', 'validity']) body.any(field);
  return body.any('subject').bytes;
}

const timeOf = (value: Date | Uint8Array): Uint8Array => (value instanceof Date ? time(value) : value);

/** The SubjectPublicKeyInfo of a private key. */
const spkiOf = (key: KeyObject): Buffer => createPublicKey(key).export({ format: 'der', type: 'spki' });

function extensionDer({ oid: id, critical, value }: WrittenExtension): Buffer {
  return sequence(oid(id), ...(critical ? [yes] : []), tlv(4, value));
}

function usualExtensions(issuer: Minted | undefined, wish: Wish, key: KeyObject): readonly WrittenExtension[] {
  const { ca = false } = wish;
  const usual: readonly WrittenExtension[] = [
    ...(ca ? [basicConstraints(true, wish.pathLength)] : []),
    ca ? keyUsage('keyCertSign', 'cRLSign') : keyUsage('digitalSignature', 'keyEncipherment'),
    ...(ca ? [] : [extendedKeyUsage(purposes.client, purposes.server)]),
    ...(ca ? [] : [subjectAltName(named.dns('device.example.com'))]),
    subjectKeyId(keyIdOf(key)),
    authorityKeyId(issuer ? hex(issuer.certificate.subjectKeyId ?? '00') : keyIdOf(key)),
  ];
  const { with: added = [], without = [] } = wish;
  const replaced = new Set([...without, ...added.map((extension) => extension.oid)]);
  return [...usual.filter((extension) => !replaced.has(extension.oid)), ...added];
}

/** RFC 5280 section 4.2.1.2, method 1, over the whole SubjectPublicKeyInfo: any digest of the key will do. */
export function keyIdOf(key: KeyObject): Buffer {
  return createHash('sha1').update(spkiOf(key)).digest();
}
