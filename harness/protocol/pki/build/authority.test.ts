import { describe, expect, test } from 'vitest';
import type { CertificateChange } from './certificate-change.ts';
import {
  createAuthority,
  generateAuthorityKeys,
  poolAuthorityKeys,
  type Authority,
  type AuthorityOptions,
} from './authority.ts';
import type { Certificate } from '../read/certificate.ts';
import { issuedBy } from '../read/chain-link.ts';
import { isPoolKey, poolKey } from './keys.ts';
import { seededBytes } from './seeded-bytes.ts';

const now = new Date('2026-03-01T12:00:00.750Z');
const today = Date.parse('2026-03-01T12:00:00Z');
const dayMs = 86_400_000;
const clientAuthentication = '1.3.6.1.5.5.7.3.2';

function reference(changes: AuthorityOptions['changes'] = {}, seed = 'test'): Authority {
  return createAuthority({ now: () => now, random: seededBytes(seed), keys: poolAuthorityKeys(), changes });
}

function issue(authority: Authority, change?: CertificateChange): Certificate {
  return authority.issue(poolKey(0).spki, { subject: [[{ type: 'CN', value: 'device' }]] }, change);
}

describe('without changes', () => {
  const authority = reference();
  const leaf = issue(authority);

  test('the leaf is a client certificate for the key that was asked for', () => {
    expect(leaf).toMatchObject({
      version: 3,
      ca: false,
      keyUsages: ['digitalSignature', 'keyEncipherment'],
      extendedKeyUsages: [clientAuthentication],
      authorityKeyId: authority.intermediate.subjectKeyId,
      notBefore: new Date(today - 5 * 60_000),
      notAfter: new Date(today + 365 * dayMs),
      nonStandard: [],
    });
    expect(leaf.subject.toString()).toBe('CN=device');
    expect(Buffer.from(leaf.publicKey.spki)).toEqual(Buffer.from(poolKey(0).spki));
  });

  test('root and intermediate are authorities, and the intermediate has no others below it', () => {
    expect(authority.root).toMatchObject({ ca: true, keyUsages: ['keyCertSign', 'cRLSign'], nonStandard: [] });
    expect(authority.root.pathLength).toBeUndefined();
    expect(authority.intermediate).toMatchObject({ ca: true, pathLength: 0, nonStandard: [] });
  });

  test('names and signatures chain', () => {
    const good = { names: true, signature: true };
    expect(issuedBy(leaf, authority.intermediate)).toEqual(good);
    expect(issuedBy(authority.intermediate, authority.root)).toEqual(good);
    expect(issuedBy(authority.root, authority.root)).toEqual(good);
  });

  test('each serial number is positive, of 16 octets and its own', () => {
    const serials = [authority.root, authority.intermediate, leaf, issue(authority)].map(({ serial }) => serial);
    expect(new Set(serials).size).toBe(serials.length);
    expect(serials.map((serial) => serial.toString(16).length)).toEqual([32, 32, 32, 32]);
  });

  test('the basic constraints and the key usage are critical', () => {
    const critical = leaf.extensions.filter((extension) => extension.critical).map(({ oid }) => oid);
    expect(critical).toEqual(['2.5.29.19', '2.5.29.15']);
  });

  test('the same options and calls give the same bytes, another seed gives others', () => {
    const again = reference();
    expect(again.root.pem).toBe(authority.root.pem);
    expect(again.intermediate.pem).toBe(authority.intermediate.pem);
    expect(issue(again).pem).toBe(leaf.pem);
    expect(issue(reference({}, 'other')).pem).not.toBe(leaf.pem);
  });

  test('the validity can be chosen', () => {
    const short = authority.issue(poolKey(0).spki, { subject: [[{ type: 'CN', value: 'x' }]], validityDays: 30 });
    expect(short.notAfter).toEqual(new Date(today + 30 * dayMs));
  });
});

const changes: readonly (readonly [CertificateChange, object])[] = [
  [
    { subject: 'CN=Other,O=Elsewhere' },
    {
      subject: [
        ['O', 'Elsewhere'],
        ['CN', 'Other'],
      ],
    },
  ],
  [{ issuer: 'CN=Nobody' }, { issuer: [['CN', 'Nobody']] }],
  [{ subject: '' }, { subject: [] }],
  [
    { notBeforeDays: -400, notAfterDays: -35 },
    { notBefore: new Date(today - 400 * dayMs), notAfter: new Date(today - 35 * dayMs) },
  ],
  [{ notBeforeDays: 2 }, { notBefore: new Date(today + 2 * dayMs) }],
  [{ notAfterDays: 36_500 }, { notAfter: new Date(today + 36_500 * dayMs), nonStandard: [] }],
  [{ notBeforeDays: -36_500 }, { notBefore: new Date(today - 36_500 * dayMs) }],
  [{ extendedKeyUsages: ['1.3.6.1.5.5.7.3.1', '1.2.3.4'] }, { extendedKeyUsages: ['1.3.6.1.5.5.7.3.1', '1.2.3.4'] }],
  [{ extendedKeyUsages: [] }, { extendedKeyUsages: undefined }],
  [{ keyUsages: ['keyAgreement', 'decipherOnly'] }, { keyUsages: ['keyAgreement', 'decipherOnly'] }],
  [{ keyUsages: [] }, { keyUsages: undefined, critical: ['2.5.29.19'] }],
  [{ ca: true }, { ca: true, keyUsages: ['digitalSignature', 'keyEncipherment'] }],
  [{ serial: '2' }, { serial: 2n, nonStandard: [] }],
  [{ serial: '0' }, { serial: 0n, nonStandard: ['serial number zero'] }],
  [{ serial: '-128' }, { serial: -128n, nonStandard: ['negative serial number'] }],
  [{ serial: String(1n << 160n) }, { serial: 1n << 160n, nonStandard: ['serial number of more than 20 octets'] }],
  [{ hash: 'md5' }, { hash: 'md5', signature: true }],
  [{ hash: 'sha1' }, { hash: 'sha1', signature: true }],
  [{ hash: 'sha384' }, { hash: 'sha384', signature: true }],
  [{ serial: '7+' }, { serial: 7n }],
  [{ otherKey: true }, { key: 'another', subjectKeyId: keyIdOf(10) }],
  [{ shortKey: true }, { key: 'another', bits: 1024 }],
  [{ weakKey: true }, { key: 'another', bits: 512 }],
  [{ issuerKey: true }, { key: 'another', subjectKeyId: keyIdOf(9) }],
  [{ withoutSubjectKeyId: true }, { subjectKeyId: undefined }],
  [{ authorityKeyId: 'absent' }, { authorityKeyId: undefined }],
  [{ authorityKeyId: 'other' }, { authorityKeyId: keyIdOf(10) }],
  [{ otherSigner: true }, { signature: false, names: true }],
  [{ encoding: 'two-algorithms' }, { nonStandard: ['the two signature algorithms differ'] }],
  [
    { encoding: 'repeated-extension' },
    {
      nonStandard: ['extension 2.5.29.19 more than once'],
      critical: ['2.5.29.19', '2.5.29.19', '2.5.29.15'],
    },
  ],
  [{ encoding: 'general-time' }, { nonStandard: ['validity not in the form of RFC 5280 section 4.1.2.5'] }],
  [{ criticalUnknown: true }, { critical: ['2.5.29.19', '2.5.29.15', '1.3.6.1.4.1.32473.1'] }],
];

/** The identifier of a test key. */
function keyIdOf(n: number): string {
  const { spki } = poolKey(n);
  const leaf = reference().issue(spki, { subject: [] });
  return leaf.subjectKeyId ?? '';
}

/** A certificate in the terms of a change. */
function seen(certificate: Certificate, asked: Uint8Array, issuer: Certificate): object {
  const { serial, notBefore, notAfter, ca, keyUsages, extendedKeyUsages, nonStandard } = certificate;
  const { subjectKeyId, authorityKeyId } = certificate;
  const flat = ({ rdns }: Certificate['subject']): string[][] => rdns.flat().map(({ type, value }) => [type, value]);
  return {
    ...{ serial, notBefore, notAfter, ca, keyUsages, extendedKeyUsages, nonStandard, subjectKeyId, authorityKeyId },
    subject: flat(certificate.subject),
    issuer: flat(certificate.issuer),
    hash: certificate.signature.hash,
    bits: certificate.publicKey.bits,
    key: Buffer.compare(certificate.publicKey.spki, asked) === 0 ? 'the one asked for' : 'another',
    critical: certificate.extensions.filter(({ critical }) => critical).map(({ oid }) => oid),
    ...issuedBy(certificate, issuer),
  };
}

describe('a change is in the leaf, and nothing else is', () => {
  const base = seen(issue(reference()), poolKey(0).spki, reference().intermediate);
  for (const [change, expected] of changes) {
    test(JSON.stringify(change), () => {
      const authority = reference();
      const leaf = seen(issue(authority, change), poolKey(0).spki, authority.intermediate);
      expect(leaf).toMatchObject(expected);
      const follows = ['names', 'nonStandard', 'serial', ...('key' in expected ? ['subjectKeyId'] : [])];
      const others = Object.keys(base).filter((key) => !(key in expected) && !follows.includes(key));
      expect(pick(leaf, others)).toEqual(pick(base, others));
    });
  }
});

function pick(from: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));
}

describe('changes of the authority itself', () => {
  test('the intermediate alone is changed', () => {
    const authority = reference({ intermediate: { notAfterDays: -1, ca: false, subject: 'CN=Renamed' } });
    expect(authority.intermediate).toMatchObject({ ca: false, notAfter: new Date(today - dayMs) });
    expect(authority.intermediate.pathLength).toBeUndefined();
    expect(authority.root.pem).toBe(reference().root.pem);
    expect(issue(authority).pem).toBe(issue(reference()).pem);
    expect(issuedBy(issue(authority), authority.intermediate)).toEqual({ names: false, signature: true });
  });

  test('the root alone is changed', () => {
    const authority = reference({ root: { otherKey: true, hash: 'sha1' } });
    expect(authority.root.signature.hash).toBe('sha1');
    expect(issuedBy(authority.intermediate, authority.root)).toEqual({ names: true, signature: false });
    expect(authority.intermediate.pem).toBe(reference().intermediate.pem);
  });

  test.each([
    ['short', { shortKey: true }, 1024],
    ['weak', { weakKey: true }, 512],
  ] as const)('an authority with a %s key signs with it', (_, change, bits) => {
    const { root, intermediate, ...authority } = reference({ intermediate: change });
    const leaf = issue({ root, intermediate, ...authority });
    expect(intermediate.publicKey.bits).toBe(bits);
    expect(issuedBy(leaf, intermediate)).toEqual({ names: true, signature: true });
    expect(leaf.authorityKeyId).toBe(intermediate.subjectKeyId);
    expect(issuedBy(intermediate, root)).toEqual({ names: true, signature: true });
  });

  test('serial numbers that count up do so for every leaf', () => {
    const authority = reference({ leaf: { serial: '7+' } });
    expect([issue(authority), issue(authority), issue(authority)].map(({ serial }) => serial)).toEqual([7n, 8n, 9n]);
  });

  test('every leaf has the changes for leaves, and its own beside them', () => {
    const leaf = issue(reference({ leaf: { hash: 'sha1', serial: '7' } }), { serial: '8' });
    expect(leaf).toMatchObject({ serial: 8n, signature: { hash: 'sha1' } });
  });
});

test('what no certificate can say is refused with what is allowed', () => {
  expect(() => issue(reference(), { keyUsages: ['signing'] })).toThrow(
    /"signing" is no key usage; allowed: digitalSignature/,
  );
  expect(() => issue(reference(), { serial: '0x10' })).toThrow('"0x10" is no serial number: write a decimal integer');
  expect(() => issue(reference(), { subject: 'device' })).toThrow(/"device" in the name "device" is no attribute/);
});

test('generated keys are six different ones, none of the pool', async () => {
  const { root, intermediate, server, unlisted, short, weak } = await generateAuthorityKeys();
  const keys = [root, intermediate, server, unlisted, short, weak];
  expect(new Set(keys.map(({ spki }) => Buffer.from(spki).toString('hex'))).size).toBe(6);
  expect(keys.some(({ spki }) => isPoolKey(spki))).toBe(false);
});
