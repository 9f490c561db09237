import type { Certificate } from '../read/certificate.ts';
import { rules, type RuleId } from './rules.ts';

/** Where a certificate stands in a path. */
export interface Seat {
  readonly certificate: Certificate;
  /** 0 is the leaf. */
  readonly depth: number;
  readonly isAnchor: boolean;
}

/** What a rule saw in one certificate. */
export interface Observation {
  readonly rule: RuleId;
  /** The field, by its path in the certificate: `tbsCertificate.extensions[basicConstraints].cA`. */
  readonly field: string;
  /** A sentence that names the certificate. */
  readonly message: string;
}

/** A departure of a path from RFC 5280: which certificate, which field, which rule. */
export interface PathFinding extends Observation {
  /** A `warning` leaves the path valid. */
  readonly level: 'error' | 'warning';
  /** Whether a device, or whoever checks its certificate, refuses the chain for it. */
  readonly stopsDevice: boolean;
  /** Document and section. */
  readonly source: string;
  readonly certificate: {
    readonly role: 'leaf' | 'intermediate' | 'trust anchor';
    /** 0 is the leaf. */
    readonly depth: number;
    /** RFC 4514; the beginning of a very long one. */
    readonly subject: string;
    /** Hexadecimal, in the same way. */
    readonly serial: string;
    readonly sha1: string;
  };
}

/** Says of which certificate an observation is, and what its rule means. */
export function toFinding(observation: Observation, seat: Seat): PathFinding {
  const { certificate, depth } = seat;
  return {
    ...observation,
    message: readable(observation.message),
    ...rules[observation.rule],
    certificate: { role: roleOf(seat), depth, ...labelOf(certificate), sha1: certificate.sha1 },
  };
}

const longestLabel = 300;
const longestMessage = 1000;
const labels = new WeakMap<Certificate, { readonly subject: string; readonly serial: string }>();

function labelOf(certificate: Certificate): { readonly subject: string; readonly serial: string } {
  const known = labels.get(certificate) ?? {
    subject: shortened(certificate.subject.toString(), longestLabel),
    serial: shortened(certificate.serial.toString(16), longestLabel),
  };
  labels.set(certificate, known);
  return known;
}

function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** Other people write names, so control characters and the end of a very long name are dropped. */
function readable(message: string): string {
  return shortened(message, longestMessage).replace(
    /[\p{Cc}\p{Cf}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** What a certificate is in its path; a leaf that is trusted itself is called a leaf. */
function roleOf({ depth, isAnchor }: Seat): PathFinding['certificate']['role'] {
  if (depth === 0) return 'leaf';
  return isAnchor ? 'trust anchor' : 'intermediate';
}

/** A certificate in a sentence: its subject in quotes, else its serial number. */
export function nameOf(certificate: Certificate): string {
  const { subject, serial } = labelOf(certificate);
  return subject === '' ? `The certificate with serial number ${serial}` : `"${subject}"`;
}
