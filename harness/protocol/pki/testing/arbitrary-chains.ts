import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { extensionOids as oids } from '../read/extension-oids.ts';
import type { RuleId } from '../path/rules.ts';
import { text } from './der-writer.ts';
import {
  anyPolicy,
  authorityInfoAccess,
  authorityKeyId,
  basicConstraints,
  certificatePolicies,
  extendedKeyUsage,
  flagged,
  keyUsage,
  nameConstraints,
  named,
  policyConstraints,
  purposes,
  subjectAltName,
  subjectKeyId,
  unknownExtension,
  valued,
  type WrittenExtension,
} from './extension-writer.ts';
import { freshKey, identifierOf, keyIdOf, now, type Wish } from './mint.ts';

/** Wishes for a root, any number of authorities and a leaf. */
export type Ladder = readonly Wish[];

const keys: readonly KeyObject[] = [
  freshKey(),
  freshKey('P-384'),
  freshKey('P-521'),
  generateKeyPairSync('ed25519').privateKey,
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
];

const dayMs = 86_400_000;
const dates = fc.record({
  from: fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(now.getTime() - days * dayMs)),
  until: fc.integer({ min: 0, max: 60_000 }).map((days) => new Date(now.getTime() + days * dayMs)),
});
const word = fc
  .string({ minLength: 1, maxLength: 8, unit: fc.constantFrom('a', 'B', 'Ä', 'ß', '設', ' ', '-', '0', '\\,', '\\+') })
  .map((raw) => raw.replace(/^ | $/g, '_'));
const serial = fc.bigInt({ min: 1n, max: (1n << 159n) - 1n });
const some = <T>(...choices: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...choices]);

/** Extensions that change nothing, and a subject, dates, serial number and key of any kind. */
const any = fc.record({
  dates,
  word,
  serial,
  key: fc.constantFrom(...keys),
  extensions: some(unknownExtension(false), authorityInfoAccess, certificatePolicies('1.2.3', anyPolicy)),
});

const authority = fc.record({
  any,
  constraints: some<WrittenExtension>(
    nameConstraints([named.dns('example.com'), named.directory('O=Chain')], [named.dns('no.example.com')]),
    extendedKeyUsage(purposes.client, '1.2.3'),
    policyConstraints(undefined, 0),
  ),
  slack: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
});

const leaf = fc.record({
  any,
  extensions: some<WrittenExtension>(
    flagged(extendedKeyUsage(purposes.client), true),
    keyUsage('digitalSignature', 'keyAgreement'),
    flagged(basicConstraints(false), false),
    subjectAltName(named.dns('a.example.com'), named.email('a@b.example'), named.uri('urn:a:b'), named.ip(1, 2, 3, 4)),
  ),
});

type Any = typeof any extends fc.Arbitrary<infer T> ? T : never;

function wishOf({ dates: validity, word: name, serial: number, key, extensions }: Any, kind: string): Wish {
  // A key of its own for each certificate on P-256, so that no name comes twice with its key.
  const own = key === keys[0] ? freshKey() : key;
  return { ...validity, serial: number, key: own, subject: `CN=${kind} ${name},O=Chain`, with: extensions };
}

/** Chains of up to four authorities below a root, by all rules, for TLS clients. */
export const validWishes: fc.Arbitrary<Ladder> = fc
  .tuple(fc.array(authority, { minLength: 1, maxLength: 5 }), leaf)
  .map(([authorities, last]) => [
    ...authorities.map((each, index) => {
      const below = authorities.length - 1 - index;
      const wish = wishOf(each.any, `Authority ${index}`);
      const pathLength = each.slack === undefined ? {} : { pathLength: below + each.slack };
      return { ...wish, ...pathLength, ca: true, with: [...(wish.with ?? []), ...each.constraints] };
    }),
    {
      ...wishOf(last.any, 'Device'),
      with: [...last.any.extensions, ...leafNames(last.extensions)],
    },
  ]);

/** A leaf below constraints keeps to them. */
function leafNames(extensions: readonly WrittenExtension[]): readonly WrittenExtension[] {
  const hasNames = extensions.some(({ oid }) => oid === oids.subjectAltName);
  return hasNames ? extensions : [...extensions, subjectAltName(named.dns('device.example.com'))];
}

/** One rule broken in one certificate. */
export interface Mutation {
  readonly rule: RuleId;
  readonly applies: (ladder: Ladder, index: number) => boolean;
  readonly change: (wish: Wish) => Wish;
  /** The finding is on the certificate below. */
  readonly showsBelow?: true;
}

const everywhere = (): boolean => true;
const isAuthority = (ladder: Ladder, index: number): boolean => index < ladder.length - 1;
const isLeaf = (ladder: Ladder, index: number): boolean => !isAuthority(ladder, index);
const isLast = (ladder: Ladder, index: number): boolean => index === ladder.length - 2;
const isSigned = (_: Ladder, index: number): boolean => index > 0;
const add = (wish: Wish, ...extensions: readonly WrittenExtension[]): Wish => ({
  ...wish,
  with: [...(wish.with ?? []).filter(({ oid }) => !extensions.some((other) => other.oid === oid)), ...extensions],
});
const drop = (wish: Wish, oid: string): Wish => ({
  ...wish,
  with: (wish.with ?? []).filter((extension) => extension.oid !== oid),
  without: [...(wish.without ?? []), oid],
});

const adding = (rule: RuleId, applies: Mutation['applies'], ...extensions: readonly WrittenExtension[]): Mutation => ({
  rule,
  applies,
  change: (wish) => add(wish, ...extensions),
});
const dropping = (rule: RuleId, applies: Mutation['applies'], oid: string): Mutation => ({
  rule,
  applies,
  change: (wish) => drop(wish, oid),
});
const saying = (rule: RuleId, applies: Mutation['applies'], more: Wish): Mutation => ({
  rule,
  applies,
  change: (wish) => ({ ...wish, ...more }),
});

/** Every way in which `properties.test.ts` breaks a chain. */
export const mutations: readonly Mutation[] = [
  saying('validity', everywhere, { until: new Date(now.getTime() - 1000) }),
  saying('validity', everywhere, { from: new Date(now.getTime() + 1000) }),
  saying('time-encoding', everywhere, { until: text(0x18, '20400101000000Z') }),
  saying('serial-number', everywhere, { serial: 0n }),
  saying('serial-number', everywhere, { serial: -7n }),
  saying('serial-number', everywhere, { serial: 1n << 159n }),
  saying('version', everywhere, { version: 2 }),
  saying('signature-algorithm', everywhere, { outerAlgorithm: identifierOf('rsa-md5') }),
  saying('signature', isSigned, { signer: freshKey(), algorithm: 'ecdsa-sha256' }),
  saying('trust-anchor', isSigned, { issuer: 'CN=Nobody' }),
  saying('subject', isAuthority, { subject: '' }),
  { ...saying('issuer', isAuthority, { subject: '' }), showsBelow: true },
  adding('critical-extension', everywhere, unknownExtension(true)),
  adding('unique-extensions', everywhere, unknownExtension(false), unknownExtension(false)),
  adding('authority-information-access', everywhere, flagged(authorityInfoAccess, true)),
  adding('extension-value', everywhere, valued(certificatePolicies('1.2.3'), text(0x30, 'xx'))),
  adding('certificate-policies', everywhere, certificatePolicies('1.2.3', '1.2.3')),
  adding('policy-constraints', isAuthority, flagged(policyConstraints(undefined, 1), false)),
  adding('ca-bit', isAuthority, basicConstraints(false)),
  dropping('ca-bit', isAuthority, oids.basicConstraints),
  adding('certificate-signing', isAuthority, keyUsage('cRLSign')),
  dropping('key-usage', isAuthority, oids.keyUsage),
  adding('key-usage', isLeaf, keyUsage('keyCertSign', 'digitalSignature')),
  dropping('subject-key-identifier', isAuthority, oids.subjectKeyId),
  adding('subject-key-identifier', isLeaf, flagged(subjectKeyId(Buffer.from('id')), true)),
  dropping('authority-key-identifier', isSigned, oids.authorityKeyId),
  adding('authority-key-identifier', isSigned, authorityKeyId(keyIdOf(freshKey()))),
  adding('basic-constraints', isAuthority, flagged(basicConstraints(true), false)),
  adding('purpose', everywhere, extendedKeyUsage(purposes.server)),
  adding('key-purpose', isLeaf, keyUsage('dataEncipherment'), extendedKeyUsage(purposes.client)),
  adding('name-constraints-form', isLeaf, nameConstraints([named.dns('example.com')])),
  adding('name-constraints-form', isAuthority, flagged(nameConstraints([named.dns('example.com')]), false)),
  adding('subject-alternative-name', isLeaf, subjectAltName(named.dns('a..b'))),
  {
    ...adding('name-constraints', isLast, nameConstraints([named.directory('O=Other')])),
    showsBelow: true,
  },
  {
    rule: 'path-length',
    applies: (ladder, index) => index < ladder.length - 2,
    change: (wish) => ({ ...wish, pathLength: 0 }),
  },
];
