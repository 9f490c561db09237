import { DerError, openFields, readDer, readItems, tags, type Der } from './der.ts';
import { readBitString, readBoolean, readInteger, readOid } from './der-values.ts';
import { readGeneralNames, type GeneralName } from './general-name.ts';

/** One extension as it stands in a certificate or request. */
export interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  /** What the OCTET STRING holds: DER by the standard, raw text in what Windows writes. */
  readonly value: Uint8Array;
}

/** OIDs of the extensions that are decoded (RFC 5280 section 4.2.1), and of Windows' device id. */
export const extensionOids = {
  subjectKeyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  authorityKeyId: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  windowsDeviceId: '1.3.6.1.4.1.311.66.1.0',
} as const;

/** Reads Extensions; throws `DerError`. */
export function readExtensions(value: Der): Extension[] {
  return readItems(value, tags.sequence, 'extensions').map(readExtension);
}

function readExtension(value: Der): Extension {
  const fields = openFields(value, tags.sequence, 'extension');
  const oid = readOid(fields.next(tags.oid, 'extension id'), 'extension id');
  const critical = fields.optional(tags.boolean);
  const { content } = fields.next(tags.octetString, `value of extension ${oid}`);
  return { oid, critical: critical !== undefined && readBoolean(critical, `critical of ${oid}`), value: content };
}

/** The extensions that say what a certificate is for, decoded. What is absent or cannot be decoded is left out. */
export interface DecodedExtensions {
  /** cA of basicConstraints. */
  readonly ca?: boolean;
  readonly pathLength?: number;
  /** Bit names of RFC 5280 section 4.2.1.3. */
  readonly keyUsages?: readonly string[];
  /** OIDs. */
  readonly extendedKeyUsages?: readonly string[];
  readonly subjectAlternativeNames?: readonly GeneralName[];
  /** Upper-case hexadecimal. */
  readonly subjectKeyId?: string;
  /** Upper-case hexadecimal. */
  readonly authorityKeyId?: string;
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

const decoders: readonly (readonly [oid: string, name: string, decode: (value: Der) => DecodedExtensions])[] = [
  [extensionOids.basicConstraints, 'basicConstraints', readBasicConstraints],
  [extensionOids.keyUsage, 'keyUsage', readKeyUsage],
  [extensionOids.extendedKeyUsage, 'extendedKeyUsage', readExtendedKeyUsage],
  [extensionOids.subjectAltName, 'subjectAltName', (value) => ({ subjectAlternativeNames: readGeneralNames(value) })],
  [extensionOids.subjectKeyId, 'subjectKeyIdentifier', readSubjectKeyId],
  [extensionOids.authorityKeyId, 'authorityKeyIdentifier', readAuthorityKeyId],
];

/** Decodes what is known; `undecodable` names the extensions whose value is not what the standard says. */
export function decodeExtensions(extensions: readonly Extension[]): {
  readonly decoded: DecodedExtensions;
  readonly undecodable: readonly string[];
} {
  const undecodable: string[] = [];
  const parts = decoders.map(([oid, name, decode]): DecodedExtensions => {
    const extension = extensions.find((candidate) => candidate.oid === oid);
    if (!extension) return {};
    try {
      return decode(readDer(extension.value, name));
    } catch (error) {
      if (!(error instanceof DerError)) throw error;
      undecodable.push(name);
      return {};
    }
  });
  return { decoded: parts.reduce((all, part) => ({ ...all, ...part }), {}), undecodable };
}

function readBasicConstraints(value: Der): DecodedExtensions {
  const fields = openFields(value, tags.sequence, 'basicConstraints');
  const flag = fields.optional(tags.boolean);
  const length = fields.optional(tags.integer);
  return {
    ca: flag !== undefined && readBoolean(flag, 'cA'),
    ...(length && { pathLength: Number(readInteger(length, 'pathLenConstraint')) }),
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
  return { extendedKeyUsages: purposes.map((purpose) => readOid(purpose, 'purpose')) };
}

function readSubjectKeyId(value: Der): DecodedExtensions {
  if (value.tag !== tags.octetString) throw new DerError('subjectKeyIdentifier is no octet string');
  return { subjectKeyId: upperHex(value.content) };
}

function readAuthorityKeyId(value: Der): DecodedExtensions {
  const keyId = openFields(value, tags.sequence, 'authorityKeyIdentifier').optional(0x80);
  return keyId ? { authorityKeyId: upperHex(keyId.content) } : {};
}

function upperHex(octets: Uint8Array): string {
  return Buffer.from(octets).toString('hex').toUpperCase();
}
