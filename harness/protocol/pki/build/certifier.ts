import type { CertificateChange } from './certificate-change.ts';
import { buildCertificate, UnusableCertificateContent, type CertificateContent } from './build-certificate.ts';
import { readCertificate, type Certificate } from '../read/certificate.ts';
import type { AuthorityKeys } from './authority-keys.ts';
import type { KeyPair } from './keys.ts';
import type { Rdns } from '../read/name.ts';
import { parseName } from '../read/parse-name.ts';
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

/** Makes the certificate of a content, signed with a key: equal arguments give an equal one. */
export type MakeCertificate = (content: CertificateContent, signer: KeyPair) => Certificate;

/** Builds and reads it; costs some 5 ms. */
export const makeCertificate: MakeCertificate = (content, { privateKey }) =>
  readCertificate(buildCertificate(content, privateKey));

/** Issues with serial numbers from `random`; the keys are those of the changes that want an unlisted, a short or a weak one. */
export function createCertifier(
  now: () => Date,
  random: ByteSource,
  { unlisted, short, weak }: Pick<AuthorityKeys, 'unlisted' | 'short' | 'weak'>,
  make: MakeCertificate = makeCertificate,
): Certify {
  const readSerial = createSerialReader();
  const certifiedKey = (
    { otherKey, shortKey, weakKey, issuerKey }: CertificateChange,
    issuer: Issuer,
  ): Uint8Array | undefined =>
    [otherKey && unlisted, shortKey && short, weakKey && weak, issuerKey && issuer.key].find((key) => key)?.spki;
  return (plan, issuer, change = {}) => {
    const today = Math.floor(now().getTime() / 1000) * 1000;
    const content: CertificateContent = {
      version: change.version ?? 3,
      serial: change.serial === undefined ? positiveSerial(random(16)) : readSerial(change.serial),
      issuer: change.issuer === undefined ? issuer.name : parseName(change.issuer).rdns,
      subject: change.subject === undefined ? plan.subject : parseName(change.subject).rdns,
      notBefore: new Date(today + (change.notBeforeDays === undefined ? -headStartMs : change.notBeforeDays * dayMs)),
      notAfter: new Date(today + (change.notAfterDays ?? plan.days) * dayMs),
      spki: certifiedKey(change, issuer) ?? plan.key,
      hash: change.hash ?? 'sha256',
      ca: change.ca ?? plan.ca,
      ...optional('pathLength', change.pathLength ?? plan.pathLength),
      ...optional('permits', change.permits === undefined ? undefined : parseName(change.permits).rdns),
      keyUsages: change.keyUsages ?? plan.usages,
      extendedKeyUsages: change.extendedKeyUsages ?? plan.purposes,
      ...(plan.hosts && { hosts: plan.hosts }),
      ...(change.authorityKeyId !== 'absent' && {
        issuerSpki: change.authorityKeyId === 'other' ? unlisted.spki : issuer.key.spki,
      }),
      ...(change.withoutSubjectKeyId && { withoutSubjectKeyId: true }),
      criticalUnknown: change.criticalUnknown ?? false,
      ...(change.encoding && { encoding: change.encoding }),
    };
    return make(content, change.otherSigner ? unlisted : issuer.key);
  };
}

/** Reads serial numbers as counterexamples write them; the same `7+` again is 8. */
function createSerialReader(): (text: string) => bigint {
  const given = new Map<string, bigint>();
  return (text) => {
    if (/^-?\d+$/.test(text)) return BigInt(text);
    if (!/^\d+\+$/.test(text)) {
      throw new UnusableCertificateContent(
        `"${text}" is no serial number: write a decimal integer, possibly negative, or one with a plus to count up from it`,
      );
    }
    const serial = given.get(text) ?? BigInt(text.slice(0, -1));
    given.set(text, serial + 1n);
    return serial;
  };
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}

/** A positive number of exactly 16 octets (RFC 5280 section 4.1.2.2). */
function positiveSerial(octets: Uint8Array): bigint {
  const [first = 0, ...rest] = octets;
  return BigInt(`0x${Buffer.from([(first & 0x7f) | 0x40, ...rest]).toString('hex')}`);
}
