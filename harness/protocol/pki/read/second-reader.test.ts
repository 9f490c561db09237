import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAuthority, poolAuthorityKeys } from '../build/authority.ts';
import { poolKey, shortPoolKey } from '../build/keys.ts';
import { seededBytes } from '../build/seeded-bytes.ts';
import type { TlsDefect } from '../build/tls-defect.ts';
import type { CertificateChange } from '../build/certificate-change.ts';
import { mutations, validWishes } from '../testing/arbitrary-chains.ts';
import { samplesOfChain } from '../testing/chains.ts';
import { damaged, damages, slightDamage } from '../testing/damage.ts';
import {
  anyPolicy,
  authorityInfoAccess,
  certificatePolicies,
  extendedKeyUsage,
  inhibitAnyPolicy,
  named,
  nameConstraints,
  policyConstraints,
  policyMappings,
  purposes,
  subjectAltName,
  type WrittenExtension,
} from '../testing/extension-writer.ts';
import { mintRoot } from '../testing/mint.ts';
import { mintChain } from '../testing/mint-chain.ts';
import { compareReaders } from '../testing/reader-comparison.ts';
import { disagreements, readerDifferences, unexplained } from '../testing/reader-disagreements.ts';
import { upwards, type Sample } from '../testing/reading.ts';
import {
  modernCertificateRequest,
  requestSignatures,
  windowsCertificateRequest,
  withWrongSignature,
} from './certificate-request.ts';
import { parseName } from './parse-name.ts';
import { readPem } from './pem.ts';

const now = new Date('2026-03-01T12:00:00Z');
const device = { deviceId: '0123456789ABCDEF0123456789ABCDEF', guid: 'b9a1eff2-7f0d-4e4d-8d22-5b9c1baaaaaa' };
const subject = parseName('CN=device,OU=Devices\\, Müller,O=設備,DC=contoso,C=DE').rdns;

/** Every property of a certificate that a counterexample can change, with each of its values that is of a kind of its own. */
const changes: { readonly [Key in keyof CertificateChange]-?: readonly Required<CertificateChange>[Key][] } = {
  subject: ['CN=Other,O=Elsewhere', 'CN=a+UID=7,E=me@contoso.example', ''],
  issuer: ['CN=Nobody'],
  notBeforeDays: [-20_000, 30],
  notAfterDays: [-1, 20_000],
  extendedKeyUsages: [[], ['1.3.6.1.5.5.7.3.1', '2.5.29.37.0']],
  keyUsages: [[], ['digitalSignature', 'decipherOnly', 'encipherOnly', 'keyCertSign'], ['nonRepudiation']],
  ca: [true],
  pathLength: [0, 300],
  permits: ['O=Elsewhere,C=DE'],
  version: [1],
  serial: ['0', '-7', '7+', '128', String(1n << 165n)],
  hash: ['md5', 'sha1', 'sha256', 'sha384'],
  otherKey: [true],
  shortKey: [true],
  weakKey: [true],
  issuerKey: [true],
  withoutSubjectKeyId: [true],
  authorityKeyId: ['absent', 'other'],
  otherSigner: [true],
  criticalUnknown: [true],
  encoding: ['repeated-extension', 'two-algorithms', 'general-time'],
};

const defects: Readonly<Record<TlsDefect, true>> = {
  'self-signed': true,
  'other-root': true,
  'wrong-purpose': true,
  expired: true,
  'expired-intermediate': true,
  'not-yet-valid': true,
  'wrong-name': true,
  'leaf-only': true,
  'demands-client-certificate': true,
  'rejects-client-certificate': true,
  'answers-of-others': true,
  'unread-bodies': true,
  'cut-later-answers': true,
  'demands-client-certificate-in-tls-1.2': true,
  'tls-1.1': true,
  'old-versions': true,
  'tls-1.3': true,
  'no-tls': true,
};

const authorityWith = (change: CertificateChange = {}): ReturnType<typeof createAuthority> =>
  createAuthority({
    now: () => now,
    random: seededBytes('second reader'),
    keys: poolAuthorityKeys(),
    changes: { root: change, intermediate: change, leaf: change },
  });

function changedCertificates(): Sample[] {
  const each = Object.entries(changes).flatMap(([key, values]) =>
    values.map((value): CertificateChange => ({ [key]: value })),
  );
  return [{}, ...each].flatMap((change) => {
    const authority = authorityWith(change);
    const leaf = authority.issue(poolKey(0).spki, { subject });
    return upwards([leaf, authority.intermediate, authority.root].map(({ der }) => der));
  });
}

function serverCertificates(): Sample[] {
  const authority = authorityWith();
  const hosts = ['localhost', '127.0.0.1', '::1', '2001:db8::a:0:0:1', 'a.b.example'];
  return Object.keys(defects).flatMap((defect) => {
    const { chainPem, caPem } = authority.serverIdentity({ hosts, defect: defect as TlsDefect });
    return upwards(readPem(chainPem + caPem, 'CERTIFICATE'));
  });
}

function requests(): Sample[] {
  const signatures = [
    ...Object.values(requestSignatures),
    { hash: 'sha1', oid: '1.2.840.113549.1.1.5' },
    { hash: 'sha512', oid: '1.2.840.113549.1.1.13' },
  ];
  const windows = signatures.map((signature) => windowsCertificateRequest(poolKey(1), device, signature));
  const modern = [poolKey(2), shortPoolKey()].map((key) =>
    modernCertificateRequest(key, { commonName: 'Gerät!1', deviceId: device.deviceId }),
  );
  const all = [...windows, ...modern];
  return [...all, ...all.map(withWrongSignature)].map((der) => ({ kind: 'request', der }));
}

function mintedCertificates(): Sample[] {
  const ladders = fc.sample(validWishes, { seed: 5280, numRuns: 30 });
  const broken = mutations.flatMap((mutation, number) => {
    const ladder = ladders[number % ladders.length] ?? [];
    const seat = ladder.findIndex((_, index) => mutation.applies(ladder, index));
    return seat < 0 ? [] : [ladder.map((wish, index) => (index === seat ? mutation.change(wish) : wish))];
  });
  return [...ladders, ...broken].flatMap((ladder) => samplesOfChain(mintChain(ladder)));
}

const everyExtension: readonly WrittenExtension[] = [
  subjectAltName(named.dns('a.example'), named.directory('CN=a,O=b'), named.ip(192, 0, 2, 1), named.other('1.2.3')),
  nameConstraints([named.dns('example.com'), named.ip(10, 0, 0, 0, 255, 0, 0, 0)], [named.email('a.example')]),
  certificatePolicies('1.2.3', anyPolicy),
  policyMappings(['1.2.3', '1.2.4']),
  policyConstraints(0, 1),
  inhibitAnyPolicy(3),
  extendedKeyUsage(purposes.client, '1.2.3'),
  authorityInfoAccess,
];

const atLeast = (least: number): unknown => expect.toSatisfy((count: number) => count >= least, `at least ${least}`);

/** `@peculiar/x509` reads all that we read, so that no verdict rests on one reader of certificates. */
describe('@peculiar/x509, the second reader', () => {
  test.each<readonly [what: string, least: number, samples: () => readonly Sample[]]>([
    ['certificates with each change that a counterexample can make', 110, changedCertificates],
    ['the certificates of servers', 40, serverCertificates],
    ['the requests of devices', 14, requests],
    ['chains by all rules, and with a rule broken', 200, mintedCertificates],
  ])('agrees on %s', async (_, least, samples) => {
    const all = samples();
    const said = await Promise.all(all.map(disagreements));
    expect(said.flat()).toEqual([]);
    expect(all.length).toBeGreaterThanOrEqual(least);
  });

  test('agrees on what is left of damaged ones, or both refuse it', async () => {
    const authority = authorityWith();
    const server = authority.serverIdentity({ hosts: ['a.example', '192.0.2.1', '::1'] }).certPem;
    const key = poolKey(3).privateKey;
    const minted = mintRoot({ key, serial: 1n << 100n, with: everyExtension });
    const certificates = [authority.issue(poolKey(0).spki, { subject }), minted.certificate].map(({ der }) => der);
    const whole: readonly Sample[] = [
      ...[...certificates, ...readPem(server, 'CERTIFICATE')].map((der): Sample => ({ kind: 'certificate', der })),
      { kind: 'request', der: windowsCertificateRequest(poolKey(1), device) },
      { kind: 'request', der: modernCertificateRequest(poolKey(2), { commonName: 'a', deviceId: 'b' }) },
    ];
    const outcomes = { same: 0, refused: 0, listed: 0 };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), fc.oneof(damages, slightDamage), async ({ kind, der }, all) => {
        const comparison = await compareReaders({ kind, der: damaged(der, all) });
        expect(unexplained(comparison)).toEqual([]);
        const { differing, first } = comparison;
        outcomes[differing.length > 0 ? 'listed' : 'refused' in first ? 'refused' : 'same'] += 1;
      }),
      { seed: 2986, numRuns: 600 },
    );
    expect(outcomes).toMatchObject({ same: atLeast(150), refused: atLeast(150), listed: atLeast(40) });
  });
});

describe('differs', () => {
  for (const { reason, examples, explains } of readerDifferences) {
    test.each(examples.map((example, number) => [number + 1, example] as const))(
      `on ${reason}: example %i`,
      async (_, example) => {
        const comparison = await compareReaders(example);
        expect(comparison.differing.some((field) => explains(field, comparison))).toBe(true);
        expect(await disagreements(example)).toEqual([]);
      },
    );
  }
});
