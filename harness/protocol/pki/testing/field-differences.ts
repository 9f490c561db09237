import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  modernCertificateRequest,
  requestSignatures,
  windowsCertificateRequest,
} from '../build/build-certificate-request.ts';
import { poolKey } from '../build/keys.ts';
import { openFields, readDer, tags } from '../der/der.ts';
import { readCertificate } from '../read/certificate.ts';
import { compose, composedExtension, composedExtensions, composedName } from './composed-certificate.ts';
import { hex, sequence, text } from './der-writer.ts';
import { firstReading } from './first-reader.ts';
import { freshKey, mintRoot } from './mint.ts';
import type { Comparison } from './reader-comparison.ts';
import { certificateOf, composed, isEncodingNoted, withExtension, type ReaderDifference } from './reader-difference.ts';
import { hexOf, undecodable, type Field, type Sample } from './reading.ts';

/** A reason for differences on some fields, by what each reader says of the field. */
function on(
  fields: readonly string[],
  reason: string,
  explains: (first: Field, second: Field, comparison: Comparison) => boolean,
  ...examples: readonly Sample[]
): ReaderDifference {
  return {
    reason,
    examples,
    explains: (field, comparison) => {
      const { first, second } = comparison;
      return fields.includes(field) && explains(first[field] ?? null, second[field] ?? null, comparison);
    },
  };
}

const partsOf = (field: Field | undefined): readonly Field[] => (field instanceof Array ? field : []);

/** Whether two names are equal but for values in one of these encodings. */
function isSameNameBut(encodings: readonly string[], first: Field, second: Field): boolean {
  const [parts, others] = [partsOf(first), partsOf(second)];
  if (parts.length === 0) return first === second || others.length === 0;
  const [type, encoding] = parts;
  if (typeof encoding === 'string' && encodings.includes(encoding)) return type === others[0];
  return (
    parts.length === others.length &&
    parts.every((part, index) => isSameNameBut(encodings, part, others[index] ?? null))
  );
}

const names = ['issuer', 'subject'];
const named = (value: Uint8Array): Sample => composed({ subject: composedName(value) });
const certifying = (key: KeyObject): Sample => composed({ spki: key.export({ format: 'der', type: 'spki' }) });
const signedWith = (oid: string): Sample => composed({ algorithm: sequence(hex(oid)) });
const until = (tag: number, moment: string): Sample => composed({ notAfter: text(tag, moment) });
const rsaIdentifier = hex('300d06092a864886f70d0101010500');
const device = { deviceId: 'device', guid: '0'.repeat(60) };
/** After the outer header, the algorithm and the header of the BIT STRING. */
const unusedBitsAt = 4 + rsaIdentifier.length + 4;
const modernRequest = modernCertificateRequest(poolKey(2), { commonName: 'a', deviceId: 'b' });
const offTheCurve = Buffer.from(
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'der', type: 'spki' }),
);
offTheCurve.writeUInt8(offTheCurve.readUInt8(offTheCurve.length - 1) ^ 1, offTheCurve.length - 1);

/** The certificate, with `[1]` in the place of the SEQUENCE that its signature is. */
function withOtherTag(der: Uint8Array): Uint8Array {
  const signature = String(firstReading(certificateOf(der))['signature']);
  const at = der.length - signature.length / 2;
  return der.map((octet, index) => (index === at ? 0xa1 : octet));
}

/** What the extensions of a certificate say. */
const decodedFields = [
  'basicConstraints',
  'keyUsage',
  'extendedKeyUsage',
  'subjectAltName',
  'nameConstraints',
  'certificatePolicies',
  'policyMappings',
  'policyConstraints',
  'authorityKeyIdentifier',
  'subjectKeyIdentifier',
  'inhibitAnyPolicy',
];

/** The octets of the BIT STRING in a SubjectPublicKeyInfo. */
function keyOctets(spki: Field): string {
  const fields = openFields(readDer(Buffer.from(String(spki), 'hex'), 'key'), tags.sequence, 'key');
  fields.any('algorithm');
  return hexOf(fields.any('key').content.subarray(1));
}

/** Whether the second reader knows the digest of the signature as well as ours. */
const knowsDigest = ({ first, second }: Comparison): boolean =>
  partsOf(first['signatureAlgorithm'])[1] === partsOf(second['signatureAlgorithm'])[1];

/** Where both read, and say of a field what is not the same. */
export const fieldDifferences: readonly ReaderDifference[] = [
  on(
    ['sha1'],
    'octets behind the certificate: the second digests them too',
    (_, __, { sample: { der } }) => readCertificate(der).der.length < der.length,
    certificateOf(Buffer.concat([compose(), hex('00')])),
  ),
  on(
    names,
    'a character of a UniversalString above U+FFFF: the second drops its upper half',
    (first, second) => isSameNameBut(['UniversalString'], first, second),
    named(hex('1c040001f600')),
  ),
  on(
    names,
    'a NumericString or VisibleString, which the second gives as DER',
    (first, second) => isSameNameBut(['NumericString', 'VisibleString'], first, second),
    named(text(0x12, '12')),
    named(text(0x1a, '12')),
  ),
  on(
    ['notBefore', 'notAfter'],
    'a time that RFC 5280 does not allow: the second takes no heed of an offset or of absent seconds; ours cuts fractions off',
    (_, __, { sample: { der } }) => readCertificate(der).oddities.some(({ kind }) => kind === 'time'),
    until(0x17, '270101020000+0200'),
    until(0x17, '2701010000Z'),
    until(0x18, '20270101000000.5Z'),
    until(0x18, '20270101000000+0200'),
  ),
  on(
    ['signatureAlgorithm'],
    'a digest that WebCrypto does not have, a name that it does not know, or RSASSA-PSS with its digest by default',
    (first, second) => partsOf(first)[0] === partsOf(second)[0] && partsOf(second)[1] === null,
    signedWith('06092a864886f70d010104'),
    signedWith('06092a864886f70d01010e'),
    signedWith('06072a8648ce380403'),
    signedWith('06092a864886f70d01010a'),
    { kind: 'request', der: windowsCertificateRequest(poolKey(1), device) },
  ),
  on(
    ['signedByItself', 'signedByIssuer'],
    'a signature by an algorithm that the second does not know: it has no answer, or no',
    (_, second, comparison) => second !== true && !knowsDigest(comparison),
    { kind: 'request', der: windowsCertificateRequest(poolKey(1), device, requestSignatures.md5) },
    { kind: 'certificate', der: mintRoot({ key: poolKey(0).privateKey, algorithm: 'rsa-md5' }).certificate.der },
  ),
  on(
    ['signedByItself', 'signedByIssuer'],
    'a curve that WebCrypto does not have: the second says no',
    (first, second, { second: { key } }) => first === true && second !== true && partsOf(key)[0] === 'ec',
    { kind: 'certificate', der: mintRoot({ key: freshKey('P-224') }).certificate.der },
  ),
  on(
    ['signedByItself', 'signedByIssuer'],
    'a key that is none, or not of the kind of the signature: the second throws, and ours says that it did not sign',
    (first, second) => first === false && second === undecodable,
  ),
  on(
    ['signedByItself', 'signedByIssuer'],
    'a signature of ECDSA in another value than a SEQUENCE: the second reads its two numbers all the same',
    (first, second, { first: { signature } }) =>
      first === false && second === true && !String(signature).startsWith('30'),
    certificateOf(withOtherTag(mintRoot().certificate.der)),
  ),
  on(
    ['key'],
    'the second counts the octets of an RSA key, ours its bits',
    (first, second) =>
      partsOf(first)[0] === 'rsa' && 8 * Math.ceil(Number(partsOf(first)[1]) / 8) === partsOf(second)[1],
    certifying(generateKeyPairSync('rsa', { modulusLength: 1023 }).publicKey),
  ),
  on(
    ['key'],
    'a key that nobody can use has no length: a point beside its curve, octets behind a key',
    (first, second) => partsOf(first)[0] === partsOf(second)[0] && partsOf(first)[1] === null,
    composed({ spki: offTheCurve }),
  ),
  on(
    ['key'],
    'a curve or a kind of key of which the second says no length: P-224, P-192, DSA, RSA for RSASSA-PSS only',
    (first, second) => partsOf(first)[0] === partsOf(second)[0] && partsOf(second)[1] === null,
    certifying(generateKeyPairSync('ec', { namedCurve: 'P-224' }).publicKey),
    certifying(generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 }).publicKey),
    certifying(generateKeyPairSync('rsa-pss', { modulusLength: 1024 }).publicKey),
  ),
  on(
    ['key'],
    'the OID of a signature in the place of that of a key: the second takes it for RSA',
    (first, second) => partsOf(first)[0] === 'other' && partsOf(second)[0] === 'rsa',
    composed({ spki: sequence(hex('300d06092a864886f70d0101050500'), poolKey(0).spki.subarray(4 + 15)) }),
  ),
  on(
    ['key', 'spki'],
    'an RSA key whose numbers, or a curve whose name cannot be read: the second gives nothing of the key',
    (_, second, { first: { key } }) => second === undecodable && partsOf(key)[1] === null,
    composed({ spki: sequence(rsaIdentifier, hex('030200ff')) }),
    composed({ spki: sequence(sequence(hex('06072a8648ce3d0201'), hex('0500')), hex('030200ff')) }),
  ),
  on(
    ['spki'],
    'a key that is not written in the one way of DER: the second writes it again, with the same octets in it',
    (first, second) => second !== undecodable && keyOctets(first) === keyOctets(second),
    composed({ spki: poolKey(0).spki.map((octet, index) => (index === unusedBitsAt ? 1 : octet)) }),
    composed({ spki: sequence(poolKey(0).spki.subarray(4), hex('0500')) }),
  ),
  on(
    decodedFields,
    'a value that RFC 5280 or DER does not allow: empty lists, set padding, octets behind it, a mask in an address',
    (first, second) => first === undecodable && second !== undecodable,
    withExtension('0603551d25', hex('3000')),
    withExtension('0603551d11', hex('3000')),
    withExtension('0603551d0f', hex('030204ff')),
    withExtension('0603551d13', hex('30060101ff0201ff')),
    withExtension('0603551d13', hex('30000500')),
    withExtension('0603551d11', hex('300a8708c0000200ffffff00')),
  ),
  on(
    ['extensions'],
    'a request in which one extension cannot be decoded: the second gives none of them',
    (_, second, { sample: { kind } }) => kind === 'request' && second === undecodable,
    { kind: 'request', der: hex(hexOf(modernRequest).replace('300a06082b06010505070302', '020a06082b06010505070302')) },
  ),
  on(
    ['extensions', ...decodedFields],
    'octets behind the value of an extension, which ours notes: the second takes what follows for a part of them',
    (_, __, comparison) => isEncodingNoted(comparison),
    composed({
      extensions: composedExtensions(
        sequence(hex('06032a0304'), hex('0400'), hex('6510')),
        composedExtension('0603551d0e', hex('04050102030405')),
      ),
    }),
  ),
];
