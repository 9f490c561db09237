import { createHash, sign, type KeyObject } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate as AsnCertificate,
  ExtendedKeyUsage,
  Extension,
  Extensions,
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  KeyIdentifier,
  KeyUsage,
  NameConstraints,
  SubjectAlternativeName,
  SubjectKeyIdentifier,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Time,
  Validity,
  Version,
} from '@peculiar/asn1-x509';
import { buildName } from './build-name.ts';
import type { CertificateChange } from './certificate-change.ts';
import { extensionOids, keyUsageNames } from '../read/extensions.ts';
import type { Rdns } from '../read/name.ts';

/** What no certificate can be built from: the message says what is allowed. */
export class UnusableCertificateContent extends Error {
  override readonly name = 'UnusableCertificateContent';
}

/** What a certificate shall say. Nothing is checked: counterexamples need wrong certificates too. */
export interface CertificateContent {
  readonly version: 1 | 3;
  readonly serial: bigint;
  readonly issuer: Rdns;
  readonly subject: Rdns;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly spki: Uint8Array;
  readonly hash: 'md5' | 'sha1' | 'sha256' | 'sha384';
  readonly ca: boolean;
  readonly pathLength?: number;
  /** The permitted subtree of directory names. */
  readonly permits?: Rdns;
  /** Empty: no extension. */
  readonly keyUsages: readonly string[];
  /** OIDs; empty: no extension. */
  readonly extendedKeyUsages: readonly string[];
  readonly hosts?: { readonly dns: readonly string[]; readonly ip: readonly string[] };
  /** SubjectPublicKeyInfo of the issuer, for the authority key identifier; absent: no extension. */
  readonly issuerSpki?: Uint8Array;
  /** No subject key identifier. */
  readonly withoutSubjectKeyId?: boolean;
  readonly criticalUnknown: boolean;
  /** What is wrong with the encoding. */
  readonly encoding?: CertificateChange['encoding'];
}

const signatureOids = {
  md5: '1.2.840.113549.1.1.4',
  sha1: '1.2.840.113549.1.1.5',
  sha256: '1.2.840.113549.1.1.11',
  sha384: '1.2.840.113549.1.1.12',
} as const;

/** RSASSA-PSS, which no certificate here is signed with. */
const otherAlgorithm = new AlgorithmIdentifier({ algorithm: '1.2.840.113549.1.1.10', parameters: null });

/** Of the arc that RFC 5612 keeps for examples: no reader knows it. */
const unknownExtensionOid = '1.3.6.1.4.1.32473.1';

/** The DER of a version 3 certificate, signed with an RSA key (PKCS #1 v1.5: equal content gives equal bytes). */
export function buildCertificate(content: CertificateContent, signer: KeyObject): Uint8Array {
  const signatureAlgorithm = new AlgorithmIdentifier({ algorithm: signatureOids[content.hash], parameters: null });
  const tbsCertificate = new TBSCertificate({
    version: content.version === 1 ? Version.v1 : Version.v3,
    serialNumber: integerOctets(content.serial),
    signature: content.encoding === 'two-algorithms' ? otherAlgorithm : signatureAlgorithm,
    issuer: buildName(content.issuer),
    validity: buildValidity(content),
    subject: buildName(content.subject),
    subjectPublicKeyInfo: AsnConvert.parse(content.spki, SubjectPublicKeyInfo),
    extensions: new Extensions(buildExtensions(content)),
  });
  const signature = sign(content.hash, Buffer.from(AsnConvert.serialize(tbsCertificate)), signer);
  const signatureValue = new Uint8Array(signature).buffer;
  return new Uint8Array(
    AsnConvert.serialize(new AsnCertificate({ tbsCertificate, signatureAlgorithm, signatureValue })),
  );
}

function buildExtensions(content: CertificateContent): Extension[] {
  const { ca, pathLength, permits, keyUsages, extendedKeyUsages, hosts } = content;
  const names = hosts && [
    ...hosts.dns.map((dNSName) => new GeneralName({ dNSName })),
    ...hosts.ip.map((iPAddress) => new GeneralName({ iPAddress })),
  ];
  const constraints = new BasicConstraints({
    cA: ca,
    ...(ca && pathLength !== undefined && { pathLenConstraint: pathLength }),
  });
  const basicConstraints = extension(extensionOids.basicConstraints, true, constraints);
  return [
    basicConstraints,
    ...(content.encoding === 'repeated-extension' ? [basicConstraints] : []),
    ...(keyUsages.length > 0 ? [extension(extensionOids.keyUsage, true, buildKeyUsage(keyUsages))] : []),
    ...(extendedKeyUsages.length > 0
      ? [extension(extensionOids.extendedKeyUsage, false, new ExtendedKeyUsage([...extendedKeyUsages]))]
      : []),
    ...(names ? [extension(extensionOids.subjectAltName, false, new SubjectAlternativeName(names))] : []),
    ...buildKeyIdentifiers(content),
    ...(permits ? [extension(extensionOids.nameConstraints, true, permittedNames(permits))] : []),
    ...(content.criticalUnknown ? [extension(unknownExtensionOid, true, new OctetString(Buffer.from('unknown')))] : []),
  ];
}

function buildKeyIdentifiers({ spki, issuerSpki, withoutSubjectKeyId }: CertificateContent): Extension[] {
  const authority = issuerSpki && new AuthorityKeyIdentifier({ keyIdentifier: new KeyIdentifier(keyId(issuerSpki)) });
  return [
    ...(withoutSubjectKeyId === true
      ? []
      : [extension(extensionOids.subjectKeyId, false, new SubjectKeyIdentifier(keyId(spki)))]),
    ...(authority ? [extension(extensionOids.authorityKeyId, false, authority)] : []),
  ];
}

function permittedNames(name: Rdns): NameConstraints {
  const base = new GeneralName({ directoryName: buildName(name) });
  return new NameConstraints({ permittedSubtrees: new GeneralSubtrees([new GeneralSubtree({ base })]) });
}

function extension(extnID: string, critical: boolean, value: object): Extension {
  return new Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(value)) });
}

function buildKeyUsage(names: readonly string[]): KeyUsage {
  return new KeyUsage(names.reduce((flags, name) => flags | (1 << keyUsageBit(name)), 0));
}

function keyUsageBit(name: string): number {
  const bit = keyUsageNames.findIndex((known) => known === name);
  if (bit < 0) {
    throw new UnusableCertificateContent(`"${name}" is no key usage; allowed: ${keyUsageNames.join(', ')}`);
  }
  return bit;
}

/** RFC 5280 section 4.2.1.2, method 1: SHA-1 over the public key without its wrapping. */
function keyId(spki: Uint8Array): Uint8Array {
  const { subjectPublicKey } = AsnConvert.parse(spki, SubjectPublicKeyInfo);
  return createHash('sha1').update(new Uint8Array(subjectPublicKey)).digest();
}

function buildValidity({ notBefore, notAfter, encoding }: CertificateContent): Validity {
  const validity = new Validity();
  validity.notBefore = buildTime(notBefore, encoding);
  validity.notAfter = buildTime(notAfter, encoding);
  return validity;
}

/** UTCTime reaches from 1950 to 2049 (RFC 5280 section 4.1.2.5). */
function buildTime(date: Date, encoding: CertificateContent['encoding']): Time {
  const year = date.getUTCFullYear();
  return year >= 1950 && year < 2050 && encoding !== 'general-time'
    ? new Time({ utcTime: date })
    : new Time({ generalTime: date });
}

/** Two's complement in as few octets as DER allows. */
function integerOctets(value: bigint): ArrayBuffer {
  let size = 1;
  while (BigInt.asIntN(size * 8, value) !== value) size += 1;
  const hex = BigInt.asUintN(size * 8, value)
    .toString(16)
    .padStart(size * 2, '0');
  return new Uint8Array(Buffer.from(hex, 'hex')).buffer;
}
