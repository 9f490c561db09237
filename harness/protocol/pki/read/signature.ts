import { constants, verify, X509Certificate, type KeyObject } from 'node:crypto';
import { contextTag, DerError, openFields, requireTag, tags, type Der } from '../der/der.ts';
import { readOid } from '../der/der-values.ts';

/** Digest algorithms that signatures are made with. */
export type Hash = 'md2' | 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512';

/** Which algorithm a signature was made with. */
export interface SignatureAlgorithm {
  readonly oid: string;
  /** Absent where the algorithm is unknown, or has no digest of its own choice (Ed25519). */
  readonly hash?: Hash;
  /** The usual name, or the OID where we know none. */
  readonly name: string;
}

interface Scheme {
  readonly name: string;
  readonly hash?: Hash;
  /** The key types of node:crypto that it works with. */
  readonly keys: readonly string[];
}

const rsa = ['rsa'];
const pssOid = '1.2.840.113549.1.1.10';

const schemes: ReadonlyMap<string, Scheme> = new Map<string, Scheme>([
  ['1.3.14.3.2.29', { name: 'sha1WithRSA', hash: 'sha1', keys: rsa }],
  ['1.2.840.113549.1.1.2', { name: 'md2WithRSAEncryption', hash: 'md2', keys: rsa }],
  ['1.2.840.113549.1.1.4', { name: 'md5WithRSAEncryption', hash: 'md5', keys: rsa }],
  ['1.2.840.113549.1.1.5', { name: 'sha1WithRSAEncryption', hash: 'sha1', keys: rsa }],
  ['1.2.840.113549.1.1.14', { name: 'sha224WithRSAEncryption', hash: 'sha224', keys: rsa }],
  ['1.2.840.113549.1.1.11', { name: 'sha256WithRSAEncryption', hash: 'sha256', keys: rsa }],
  ['1.2.840.113549.1.1.12', { name: 'sha384WithRSAEncryption', hash: 'sha384', keys: rsa }],
  ['1.2.840.113549.1.1.13', { name: 'sha512WithRSAEncryption', hash: 'sha512', keys: rsa }],
  [pssOid, { name: 'RSASSA-PSS', keys: ['rsa', 'rsa-pss'] }],
  ['1.2.840.10045.4.1', { name: 'ecdsa-with-SHA1', hash: 'sha1', keys: ['ec'] }],
  ['1.2.840.10045.4.3.1', { name: 'ecdsa-with-SHA224', hash: 'sha224', keys: ['ec'] }],
  ['1.2.840.10045.4.3.2', { name: 'ecdsa-with-SHA256', hash: 'sha256', keys: ['ec'] }],
  ['1.2.840.10045.4.3.3', { name: 'ecdsa-with-SHA384', hash: 'sha384', keys: ['ec'] }],
  ['1.2.840.10045.4.3.4', { name: 'ecdsa-with-SHA512', hash: 'sha512', keys: ['ec'] }],
  ['1.2.840.10040.4.3', { name: 'dsa-with-SHA1', hash: 'sha1', keys: ['dsa'] }],
  ['2.16.840.1.101.3.4.3.2', { name: 'dsa-with-SHA256', hash: 'sha256', keys: ['dsa'] }],
  ['1.3.101.112', { name: 'Ed25519', keys: ['ed25519'] }],
  ['1.3.101.113', { name: 'Ed448', keys: ['ed448'] }],
]);

const digestOids: ReadonlyMap<string, Hash> = new Map<string, Hash>([
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.4', 'sha224'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

/** The digest algorithm of an OID; undefined for one that is unknown here. */
export function digestOfOid(oid: string): Hash | undefined {
  return digestOids.get(oid);
}

const rsaEncryption = '1.2.840.113549.1.1.1';

/** A signature algorithm as CMS names it: one that names no digest takes the signer's (RFC 3370 section 3.2). */
export function withDigest(algorithm: SignatureAlgorithm, hash: Hash): SignatureAlgorithm {
  if (algorithm.oid !== rsaEncryption) return algorithm;
  const whole = [...schemes].find(([oid, scheme]) => scheme.hash === hash && oid.startsWith('1.2.840.113549.1.1.'));
  return whole ? { oid: whole[0], hash, name: whole[1].name } : algorithm;
}

/** Reads an AlgorithmIdentifier of a signature; throws `DerError`. */
export function readSignatureAlgorithm(value: Der, what: string): SignatureAlgorithm {
  const fields = openFields(value, tags.sequence, what);
  const oid = readOid(fields.next(tags.oid, what), what);
  const scheme = schemes.get(oid);
  const hash = oid === pssOid ? readPssHash(fields.optional(tags.sequence), what) : scheme?.hash;
  return { oid, ...(hash && { hash }), name: scheme?.name ?? oid };
}

/** RFC 4055 section 3.1: the digest is the first parameter and SHA-1 where it is absent. */
function readPssHash(parameters: Der | undefined, what: string): Hash | undefined {
  const chosen = parameters && openFields(parameters, tags.sequence, what).optional(contextTag(0));
  if (!chosen) return 'sha1';
  const algorithm = openFields(chosen, contextTag(0), what).next(tags.sequence, what);
  return digestOids.get(readOid(openFields(algorithm, tags.sequence, what).next(tags.oid, what), what));
}

/** Whether signatures of this kind can be checked here at all. */
export function isKnownAlgorithm({ oid, hash }: SignatureAlgorithm): boolean {
  const scheme = schemes.get(oid);
  return scheme !== undefined && hash !== 'md2' && (hash !== undefined || scheme.name.startsWith('Ed'));
}

/** Whether `key` made `signature` over `data`; false too where algorithm and key do not go together or the algorithm is unknown. */
export function isSignedBy(
  key: KeyObject | undefined,
  algorithm: SignatureAlgorithm,
  data: Uint8Array,
  signature: Uint8Array,
): boolean {
  const scheme = schemes.get(algorithm.oid);
  if (!key || !scheme?.keys.includes(key.asymmetricKeyType ?? '')) return false;
  if (algorithm.hash === undefined && !algorithm.name.startsWith('Ed')) return false;
  const padding =
    algorithm.oid === pssOid
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
      : {};
  try {
    return verify(algorithm.hash ?? null, data, { key, ...padding }, signature);
  } catch {
    return false;
  }
}

/**
 * Whether `key` signed the certificate by RSASSA-PSS with parameters that `isSignedBy` does not support, such as
 * another digest in its mask. OpenSSL reads them from the certificate.
 */
export function isPssSignedBy(
  key: KeyObject | undefined,
  algorithm: SignatureAlgorithm,
  certificate: Uint8Array,
): boolean {
  if (!key || algorithm.oid !== pssOid) return false;
  try {
    return new X509Certificate(certificate).verify(key);
  } catch {
    return false;
  }
}

/** The octets of a signature, which must be whole; throws `DerError`. */
export function readSignatureValue(value: Der, what: string): Uint8Array {
  const { content } = requireTag(value, tags.bitString, what);
  if (content[0] !== 0) throw new DerError(`${what} at byte ${value.offset} is no whole number of octets`);
  return content.subarray(1);
}
