import { contextTag, DerError, openFields, readItems, tags, type Der } from '../der/der.ts';
import { readBitString, readBoolean, readInteger, readOid } from '../der/der-values.ts';
import { extensionOids as oids } from './extension-oids.ts';
import { readGeneralNames, type GeneralName } from './general-name.ts';
import { readNameConstraints, type NameConstraints } from './name-constraints.ts';
import {
  readInhibitAnyPolicy,
  readPolicies,
  readPolicyConstraints,
  readPolicyMappings,
  type PolicyExtensions,
} from './policy-extensions.ts';

/** What the extensions of a certificate say, decoded. What is absent or cannot be decoded is left out. */
export interface DecodedExtensions extends PolicyExtensions {
  /** cA of basicConstraints. */
  readonly ca?: boolean;
  readonly pathLength?: number;
  /** Bit names of RFC 5280 section 4.2.1.3. */
  readonly keyUsages?: readonly string[];
  /** OIDs. */
  readonly extendedKeyUsages?: readonly string[];
  readonly subjectAlternativeNames?: readonly GeneralName[];
  readonly nameConstraints?: NameConstraints;
  /** Upper-case hexadecimal. */
  readonly subjectKeyId?: string;
  /** Upper-case hexadecimal. */
  readonly authorityKeyId?: string;
  /** The issuer's certificate, by its issuer and its serial number. */
  readonly authorityCertificate?: { readonly issuer?: readonly GeneralName[]; readonly serial?: bigint };
}

/** Names of the KeyUsage bits, by number (RFC 5280 section 4.2.1.3). */
export const keyUsageNames = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;

interface Decoder {
  /** The name of RFC 5280. */
  readonly name: string;
  /** Throws `DerError`. */
  readonly decode: (value: Der) => DecodedExtensions;
}

/** How the value of an extension is read, by OID. */
export const decoders: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  [oids.basicConstraints, { name: 'basicConstraints', decode: readBasicConstraints }],
  [oids.keyUsage, { name: 'keyUsage', decode: readKeyUsage }],
  [oids.extendedKeyUsage, { name: 'extendedKeyUsage', decode: readExtendedKeyUsage }],
  [
    oids.subjectAltName,
    { name: 'subjectAltName', decode: (value) => ({ subjectAlternativeNames: readGeneralNames(value) }) },
  ],
  [oids.subjectKeyId, { name: 'subjectKeyIdentifier', decode: readSubjectKeyId }],
  [oids.authorityKeyId, { name: 'authorityKeyIdentifier', decode: readAuthorityKeyId }],
  [
    oids.nameConstraints,
    { name: 'nameConstraints', decode: (value) => ({ nameConstraints: readNameConstraints(value) }) },
  ],
  [oids.certificatePolicies, { name: 'certificatePolicies', decode: readPolicies }],
  [oids.policyMappings, { name: 'policyMappings', decode: readPolicyMappings }],
  [oids.policyConstraints, { name: 'policyConstraints', decode: readPolicyConstraints }],
  [oids.inhibitAnyPolicy, { name: 'inhibitAnyPolicy', decode: readInhibitAnyPolicy }],
]);

function readBasicConstraints(value: Der): DecodedExtensions {
  const fields = openFields(value, tags.sequence, 'basicConstraints');
  const flag = fields.optional(tags.boolean);
  const length = fields.optional(tags.integer);
  if (fields.left() > 0) throw new DerError(`basicConstraints has ${fields.left()} octets too many`);
  const pathLength = length && Number(readInteger(length, 'pathLenConstraint'));
  if (pathLength !== undefined && pathLength < 0) throw new DerError(`pathLenConstraint is ${pathLength}`);
  return {
    ca: flag !== undefined && readBoolean(flag, 'cA'),
    ...(pathLength !== undefined && { pathLength }),
  };
}

function readKeyUsage(value: Der): DecodedExtensions {
  const { octets, unusedBits } = readBitString(value, 'keyUsage');
  const isSet = (bit: number): boolean =>
    bit < octets.length * 8 - unusedBits && ((octets[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0;
  return { keyUsages: keyUsageNames.filter((_, bit) => isSet(bit)) };
}

function readExtendedKeyUsage(value: Der): DecodedExtensions {
  const purposes = readItems(value, tags.sequence, 'extendedKeyUsage');
  if (purposes.length === 0) throw new DerError('extendedKeyUsage holds no purpose');
  return { extendedKeyUsages: purposes.map((purpose) => readOid(purpose, 'purpose')) };
}

function readSubjectKeyId(value: Der): DecodedExtensions {
  if (value.tag !== tags.octetString) throw new DerError('subjectKeyIdentifier is no octet string');
  return { subjectKeyId: upperHex(value.content) };
}

function readAuthorityKeyId(value: Der): DecodedExtensions {
  const fields = openFields(value, tags.sequence, 'authorityKeyIdentifier');
  const keyId = fields.optional(0x80);
  const issuer = fields.optional(contextTag(1));
  const serial = fields.optional(0x82);
  if (fields.left() > 0) throw new DerError(`authorityKeyIdentifier has ${fields.left()} octets too many`);
  const authorityCertificate = {
    ...(issuer && { issuer: readGeneralNames(issuer, contextTag(1), 'authorityCertIssuer') }),
    ...(serial && { serial: readInteger({ ...serial, tag: tags.integer }, 'authorityCertSerialNumber') }),
  };
  return {
    ...(keyId && { authorityKeyId: upperHex(keyId.content) }),
    ...((issuer ?? serial) && { authorityCertificate }),
  };
}

function upperHex(octets: Uint8Array): string {
  return Buffer.from(octets).toString('hex').toUpperCase();
}
