import { derDefect } from '../der/der-rules.ts';
import type { Der } from '../der/der.ts';
import type { DerTime } from '../der/der-values.ts';
import type { PublicKey } from './public-key.ts';
import type { Extension, UndecodableExtension } from './extensions.ts';

/** A departure from RFC 5280 that does not stop reading. */
export interface Oddity {
  readonly kind:
    | 'version'
    | 'serial'
    | 'time'
    | 'repetition'
    | 'extension'
    | 'algorithms'
    | 'key'
    | 'rsa-key'
    | 'rsa-key-size'
    | 'encoding';
  /** The field, by its path in the certificate: `tbsCertificate.serialNumber`. */
  readonly field: string;
  /** A noun phrase: `negative serial number`. */
  readonly says: string;
  /** The extension that cannot be decoded. */
  readonly extension?: UndecodableExtension;
}

interface Contents {
  readonly version: number;
  readonly serial: bigint;
  readonly extensions: readonly Extension[];
}

/** RFC 5280 section 4.1.2.2 allows serial numbers of at most so many octets, the sign included. */
const longestSerial = 1n << 159n;

/** What is odd about version, serial number, dates and the list of extensions. */
export function oddContents({ version, serial, extensions }: Contents, validity: readonly DerTime[]): Oddity[] {
  const ids = new Set<string>();
  const repeated = new Set(extensions.map(({ oid }) => oid).filter((oid) => ids.size === ids.add(oid).size));
  const oddSerial = (says: string): Oddity => ({ kind: 'serial', field: 'tbsCertificate.serialNumber', says });
  return [
    ...(version < 3 && ids.size > 0
      ? [{ kind: 'version', field: 'tbsCertificate.version', says: `version ${version} with extensions` } as const]
      : []),
    ...(serial < 0n ? [oddSerial('negative serial number')] : []),
    ...(serial === 0n ? [oddSerial('serial number zero')] : []),
    ...(serial >= longestSerial || serial < -longestSerial ? [oddSerial('serial number of more than 20 octets')] : []),
    ...(validity.every(({ standard }) => standard)
      ? []
      : [
          {
            kind: 'time',
            field: 'tbsCertificate.validity',
            says: 'validity not in the form of RFC 5280 section 4.1.2.5',
          } as const,
        ]),
    ...[...repeated].map((oid): Oddity => ({
      kind: 'repetition',
      field: extensionField(oid),
      says: `extension ${oid} more than once`,
    })),
  ];
}

/** An extension that is known and not what it should be. */
export function oddExtension(extension: UndecodableExtension): Oddity {
  const { name } = extension;
  return { kind: 'extension', field: extensionField(name), says: `${name} is not encoded as RFC 5280 says`, extension };
}

/** Both statements of the signature algorithm, which have to be equal with their parameters (RFC 5280 section 4.1.1.2). */
export function oddAlgorithms(inner: Der, outer: Der): Oddity[] {
  if (Buffer.compare(inner.bytes, outer.bytes) === 0) return [];
  return [{ kind: 'algorithms', field: 'signatureAlgorithm', says: 'the two signature algorithms differ' }];
}

/**
 * A key that nobody can use. Of a curve by its numbers in place of its name, who chooses them can choose them so that any key fits (RFC 5480
 * section 2.1.1).
 */
export function oddKey({ curve, defect }: PublicKey): Oddity[] {
  if (defect !== undefined) {
    return [{ ...defect, field: 'tbsCertificate.subjectPublicKeyInfo.subjectPublicKey' }];
  }
  if (curve === undefined || curve === 'named') return [];
  const says = {
    explicit: 'explicit EC parameters in place of a named curve',
    implicit: 'EC parameters that are neither a named curve nor explicit',
    unstated: 'key of an elliptic curve without EC parameters',
  }[curve];
  return [{ kind: 'key', field: 'tbsCertificate.subjectPublicKeyInfo.algorithm.parameters', says }];
}

/** What is odd about the encoding as a whole. */
export function oddEncoding(
  bytes: Uint8Array,
  certificate: Der,
  rest: { readonly extensions: number; readonly signature: number },
): Oddity[] {
  const behind = bytes.length - certificate.bytes.length;
  const defect = derDefect(certificate.bytes);
  const odd = (says: string): Oddity => ({ kind: 'encoding', field: 'Certificate', says });
  return [
    ...(rest.extensions > 0 ? [odd(`${rest.extensions} octets after the extensions`)] : []),
    ...(rest.signature > 0 ? [odd(`${rest.signature} octets after the signature`)] : []),
    ...(behind > 0 ? [odd(`${behind} octets after the certificate`)] : []),
    ...(defect ? [odd(`an encoding that is not DER: ${defect}`)] : []),
  ];
}

/** Where an extension stands, by its name or its OID. */
export function extensionField(extension: string): string {
  return `tbsCertificate.extensions[${extension}]`;
}
