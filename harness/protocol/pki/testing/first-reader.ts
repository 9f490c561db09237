import { openFields, readDer, tags } from '../der/der.ts';
import { oidOfAttribute } from '../read/attribute-types.ts';
import { readCertificateRequest, UnreadableCertificateRequest } from '../read/certificate-request.ts';
import { readCertificate, UnreadableCertificate, type Certificate } from '../read/certificate.ts';
import type { Extension } from '../read/extensions.ts';
import type { GeneralName } from '../read/general-name.ts';
import type { NameConstraints } from '../read/name-constraints.ts';
import type { Name } from '../read/name.ts';
import type { PublicKey } from '../read/public-key.ts';
import { readSignatureValue, type SignatureAlgorithm } from '../read/signature.ts';
import { hexOf, undecodable, type Field, type Reading, type Sample } from './reading.ts';

/** What our own reader says. */
export function firstReading({ kind, der, issuer }: Sample): Reading {
  try {
    if (kind === 'request') return requestFields(der);
    const certificate = readCertificate(der);
    const signed = issuer && { signedByIssuer: certificate.signedBy(readCertificate(issuer)) };
    return { ...certificateFields(certificate), ...signed };
  } catch (error) {
    if (!(error instanceof UnreadableCertificate || error instanceof UnreadableCertificateRequest)) throw error;
    return { refused: error.message };
  }
}

function certificateFields(certificate: Certificate): Reading {
  return {
    version: certificate.version,
    serial: String(certificate.serial),
    issuer: rdnsOf(certificate.issuer),
    subject: rdnsOf(certificate.subject),
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    sha1: certificate.sha1,
    signedByItself: certificate.signedBy(certificate),
    ...keyFields(certificate.publicKey),
    ...signatureFields(certificate),
    extensions: certificate.extensions.map(extensionField),
    ...decodedFields(certificate),
  };
}

function requestFields(der: Uint8Array): Reading {
  const request = readCertificateRequest(der);
  return {
    subject: rdnsOf(request.subject),
    signedByItself: request.signatureValid,
    ...keyFields(request.publicKey),
    ...signatureFields(request),
    extensions: request.extensions.map(extensionField),
  };
}

const rdnsOf = ({ rdns }: Name): Field =>
  rdns.map((rdn) =>
    rdn.map(({ type, value, encoding = 'none' }): Field => [oidOfAttribute(type) ?? type, encoding, value]),
  );

const keyFields = ({ spki, algorithm, bits }: PublicKey): Reading => ({
  spki: hexOf(spki),
  key: [algorithm, bits ?? null],
});

interface Signed {
  readonly der: Uint8Array;
  readonly signature: SignatureAlgorithm;
}

/** The octets of the signature are no property of what is read: who reads has no use for them. */
function signatureFields({ der, signature: { oid, hash } }: Signed): Reading {
  const fields = openFields(readDer(der, 'signed'), tags.sequence, 'signed');
  for (const field of ['body', 'algorithm']) fields.any(field);
  return {
    signatureAlgorithm: [oid, hash ?? null],
    signature: hexOf(readSignatureValue(fields.any('signature'), 'signature')),
  };
}

const extensionField = ({ oid, critical, value }: Extension): Field => [oid, critical, hexOf(value)];

/** What the decoded extensions say; an extension that is absent has no field. */
function decodedFields(certificate: Certificate): Reading {
  const { authorityKeyId, authorityCertificate, policyConstraints } = certificate;
  const authority = authorityCertificate && [
    (authorityCertificate.issuer ?? []).map(generalNameField),
    authorityCertificate.serial === undefined ? null : String(authorityCertificate.serial),
  ];
  const said: Readonly<Record<string, Field | undefined>> = {
    basicConstraints: certificate.ca === undefined ? undefined : [certificate.ca, certificate.pathLength ?? null],
    keyUsage: certificate.keyUsages,
    extendedKeyUsage: certificate.extendedKeyUsages,
    subjectKeyIdentifier: certificate.subjectKeyId,
    authorityKeyIdentifier: [authorityKeyId ?? null, authority ?? null],
    certificatePolicies: certificate.policies,
    subjectAltName: certificate.subjectAlternativeNames?.map(generalNameField),
    nameConstraints: certificate.nameConstraints && constraintsField(certificate.nameConstraints),
    policyMappings: certificate.policyMappings?.map(({ issuer, subject }) => [issuer, subject]),
    policyConstraints: policyConstraints && [
      policyConstraints.requireExplicitPolicy ?? null,
      policyConstraints.inhibitPolicyMapping ?? null,
    ],
    inhibitAnyPolicy: certificate.inhibitAnyPolicy,
  };
  const failed = certificate.oddities.flatMap(({ extension }) => (extension ? [extension.name] : []));
  const isThere = (name: string): boolean =>
    name !== 'authorityKeyIdentifier' || certificate.extensions.some(({ oid }) => oid === '2.5.29.35');
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]): [string, Field][] => {
      if (failed.includes(name)) return [[name, undecodable]];
      return value === undefined || !isThere(name) ? [] : [[name, value]];
    }),
  );
}

function constraintsField({ permitted, excluded }: NameConstraints): Field {
  return [permitted, excluded].map((subtrees) =>
    subtrees.map(({ base, minimum, maximum }): Field => [
      generalNameField(base),
      Number(minimum),
      maximum === undefined ? null : Number(maximum),
    ]),
  );
}

function generalNameField({ type, value, form, octets, name }: GeneralName): Field {
  if (name) return [type, rdnsOf(name)];
  if (type === 'other') return form.split(' ');
  return [type, type === 'ip' ? addressField(octets) : value];
}

/** An address as RFC 5952 writes it; an address with a mask as CIDR, with the number of bits that are set in the mask. */
function addressField(octets: Uint8Array): string {
  const size = octets.length > 8 ? 16 : 4;
  const mask = octets.subarray(size);
  const address = Buffer.from(octets.subarray(0, size));
  const groups = Array.from({ length: address.length / 2 }, (_, group) => address.readUInt16BE(group * 2).toString(16));
  const text = size === 4 ? address.join('.') : new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
  const bits = [...mask].map((octet) => octet.toString(2).replaceAll('0', '').length);
  return mask.length === 0 ? text : `${text}/${bits.reduce((sum, set) => sum + set, 0)}`;
}
