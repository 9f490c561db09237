import { derDefect } from '../der/der-rules.ts';
import { readCertificate } from '../read/certificate.ts';
import { compose, composedExtension, composedExtensions, type Parts } from './composed-certificate.ts';
import type { Comparison } from './reader-comparison.ts';
import type { Sample } from './reading.ts';

/** A reason for which the two readers differ on a field, with examples on which they do. */
export interface ReaderDifference {
  readonly reason: string;
  readonly examples: readonly Sample[];
  readonly explains: (field: string, comparison: Comparison) => boolean;
}

/** Any bytes as a certificate. */
export const certificateOf = (der: Uint8Array): Sample => ({ kind: 'certificate', der });

/** A certificate with these parts. */
export const composed = (parts: Parts): Sample => certificateOf(compose(parts));

/** A certificate with one extension: the DER of its OID in hexadecimal, and its value. */
export const withExtension = (oid: string, value: Uint8Array): Sample =>
  composed({ extensions: composedExtensions(composedExtension(oid, value)) });

/** Whether our reader says of the bytes that they are not DER, or that something is too much in them. */
export function isEncodingNoted({ sample: { kind, der } }: Comparison): boolean {
  if (kind === 'request') return derDefect(der) !== undefined;
  return readCertificate(der).oddities.some(({ kind: what }) => what === 'encoding' || what === 'algorithms');
}
