import type { CertificateChange } from '../engine/counterexample.ts';
import { buildCertificate, UnusableCertificateContent, type CertificateContent } from './build-certificate.ts';
import { readCertificate, type Certificate } from './certificate.ts';
import type { KeyPair } from './keys.ts';
import type { Rdns } from './name.ts';
import { parseName } from './parse-name.ts';
import type { ByteSource } from './seeded-bytes.ts';

/** What a certificate is to say before any change. */
export interface Plan {
  readonly subject: Rdns;
  /** SubjectPublicKeyInfo. */
  readonly key: Uint8Array;
  readonly days: number;
  readonly ca: boolean;
  readonly pathLength?: number;
  readonly usages: readonly string[];
  readonly purposes: readonly string[];
  readonly hosts?: CertificateContent['hosts'];
}

/** Who signs. */
export interface Issuer {
  readonly name: Rdns;
  readonly key: KeyPair;
}

/** Issues what a plan says, with the changes that a counterexample wants. */
export type Certify = (plan: Plan, issuer: Issuer, change?: CertificateChange) => Certificate;

const dayMs = 86_400_000;
/** Clocks differ: certificates begin a little before they are issued. */
const headStartMs = 5 * 60_000;

/** Issues with serial numbers from `random`; `stranger` is the key of the changes `otherKey` and `otherSigner`. */
export function createCertifier(now: () => Date, random: ByteSource, stranger: KeyPair): Certify {
  return (plan, issuer, change = {}) => {
    const today = Math.floor(now().getTime() / 1000) * 1000;
    const content: CertificateContent = {
      version: change.version ?? 3,
      serial: change.serial === undefined ? positiveSerial(random(16)) : readSerial(change.serial),
      issuer: change.issuer === undefined ? issuer.name : parseName(change.issuer).rdns,
      subject: change.subject === undefined ? plan.subject : parseName(change.subject).rdns,
      notBefore: new Date(today + (change.notBeforeDays === undefined ? -headStartMs : change.notBeforeDays * dayMs)),
      notAfter: new Date(today + (change.notAfterDays ?? plan.days) * dayMs),
      spki: change.otherKey ? stranger.spki : plan.key,
      hash: change.hash ?? 'sha256',
      ca: change.ca ?? plan.ca,
      ...optional('pathLength', change.pathLength ?? plan.pathLength),
      ...optional('permits', change.permits === undefined ? undefined : parseName(change.permits).rdns),
      keyUsages: change.keyUsages ?? plan.usages,
      extendedKeyUsages: change.extendedKeyUsages ?? plan.purposes,
      ...(plan.hosts && { hosts: plan.hosts }),
      issuerSpki: issuer.key.spki,
      criticalUnknown: change.criticalUnknown ?? false,
    };
    const signer = change.otherSigner ? stranger : issuer.key;
    return readCertificate(buildCertificate(content, signer.privateKey));
  };
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}

function readSerial(text: string): bigint {
  if (/^-?\d+$/.test(text)) return BigInt(text);
  throw new UnusableCertificateContent(`"${text}" is no serial number: write a decimal integer, possibly negative`);
}

/** A positive number of exactly 16 octets (RFC 5280 section 4.1.2.2). */
function positiveSerial(octets: Uint8Array): bigint {
  const [first = 0, ...rest] = octets;
  return BigInt(`0x${Buffer.from([(first & 0x7f) | 0x40, ...rest]).toString('hex')}`);
}
