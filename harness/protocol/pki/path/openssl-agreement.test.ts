import { generateKeyPairSync } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { extensionOids as oids } from '../read/extensions.ts';
import { chainOf, verdictOn, type Chain, type ChainWish } from '../testing/chains.ts';
import { text } from '../testing/der-writer.ts';
import {
  authorityInfoAccess,
  authorityKeyId,
  basicConstraints,
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
} from '../testing/extension-writer.ts';
import { explicitKey, freshKey, identifierOf, mintAuthority, mintLeaf, mintRoot, now } from '../testing/mint.ts';
import { createOpenssl } from '../testing/openssl-verify.ts';

const { present, openssl, folder } = createOpenssl();

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const { dns, email, ip, directory } = named;
const key = freshKey();
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const past = new Date(now.getTime() - 86_400_000);
const future = new Date(now.getTime() + 86_400_000);
const limited = (
  permitted: readonly Uint8Array[],
  excluded: readonly Uint8Array[],
  ...names: readonly Uint8Array[]
): ChainWish => ({
  intermediate: { with: [nameConstraints(permitted, excluded)] },
  leaf: { with: [subjectAltName(...names)] },
});

/** Chains on which both say the same. */
const agreed: Readonly<Record<string, ChainWish>> = {
  'a good one': {},
  'keys on P-384, P-521 and Ed25519': {
    root: { key: freshKey('P-384') },
    intermediate: { key: freshKey('P-521') },
    leaf: { key: generateKeyPairSync('ed25519').privateKey },
  },
  'a curve of the leaf by its parameters': { leaf: { key: explicitKey() } },
  'a curve of the intermediate by its parameters': { intermediate: { key: explicitKey('P-384') } },
  'a curve of the root by its parameters': { root: { key: explicitKey() } },
  'RSA of 1024 bits, and P-192': {
    root: { key: freshKey('P-192') },
    leaf: { key: generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey },
  },
  'authority information of nonsense': { leaf: { with: [valued(authorityInfoAccess, text(0x0c, 'x'))] } },
  'r and s side by side': { leaf: { dsaEncoding: 'ieee-p1363' } },
  'RSA and RSASSA-PSS': { root: { key: rsa }, intermediate: { algorithm: 'rsa-pss' } },
  'a leaf without basic constraints, key usage or purposes': {
    leaf: { without: [oids.keyUsage, oids.extendedKeyUsage] },
  },
  'a leaf that has expired': { leaf: { until: past } },
  'an intermediate that has expired': { intermediate: { until: past } },
  'a root that has expired': { root: { until: past } },
  'a leaf of tomorrow': { leaf: { from: future } },
  'an intermediate without the CA bit': { intermediate: { with: [basicConstraints(false)] } },
  'an intermediate without basicConstraints': { intermediate: { without: [oids.basicConstraints] } },
  'a root without basicConstraints': { root: { without: [oids.basicConstraints] } },
  'basicConstraints that are not critical': { root: { with: [flagged(basicConstraints(true), false)] } },
  'an intermediate that may not sign': { intermediate: { with: [keyUsage('cRLSign')] } },
  'an intermediate without key usage': { intermediate: { without: [oids.keyUsage] } },
  'a leaf that may sign certificates': { leaf: { with: [keyUsage('keyCertSign', 'digitalSignature')] } },
  'a root with path length 0 and an intermediate': { root: { pathLength: 0 } },
  'a root with path length 1 and an intermediate': { root: { pathLength: 1 } },
  'a leaf for servers': { leaf: { with: [extendedKeyUsage(purposes.server)] } },
  'an intermediate for servers': { intermediate: { with: [extendedKeyUsage(purposes.server)] } },
  'a root for servers': { root: { with: [extendedKeyUsage(purposes.server)] } },
  'a key that may only encipher': { leaf: { with: [keyUsage('keyEncipherment')] } },
  'an unknown critical extension': { leaf: { with: [unknownExtension(true)] } },
  'an unknown critical extension of the intermediate': { intermediate: { with: [unknownExtension(true)] } },
  'an unknown extension': { leaf: { with: [unknownExtension(false)] } },
  'authority information': { leaf: { with: [authorityInfoAccess] } },
  'a leaf without AKI': { leaf: { without: [oids.authorityKeyId] } },
  'an intermediate without AKI': { intermediate: { without: [oids.authorityKeyId] } },
  'a root without AKI': { root: { without: [oids.authorityKeyId] } },
  'AKI of another key': { leaf: { with: [authorityKeyId(Buffer.from('other'))] } },
  'a critical SKI': { root: { key, with: [flagged(subjectKeyId(Buffer.from('id')), true)] } },
  'a leaf without subject and a name that is not critical': { leaf: { subject: '' } },
  'a leaf without subject and a critical name': {
    leaf: { subject: '', with: [flagged(subjectAltName(dns('a.example')), true)] },
  },
  'alternative names that come twice': {
    leaf: { with: [subjectAltName(dns('a.example')), subjectAltName(dns('a.example'))] },
  },
  'critical authority information': { leaf: { with: [flagged(authorityInfoAccess, true)] } },
  'alternative names of nonsense': { leaf: { with: [{ ...subjectAltName(), value: text(4, 'a.example') }] } },
  'two signature algorithms': { leaf: { outerAlgorithm: identifierOf('ecdsa-sha384') } },
  'a signature by another key': { leaf: { signer: freshKey() } },
  'permitted host names': limited([dns('example.com')], [], dns('a.example.com')),
  'host names that are not permitted': limited([dns('example.com')], [], dns('a.example.org')),
  'host names that are excluded': limited([], [dns('example.com')], dns('a.example.com')),
  'permitted addresses': limited([ip(10, 0, 0, 0, 255, 0, 0, 0)], [], ip(10, 1, 2, 3)),
  'addresses that are not permitted': limited([ip(10, 0, 0, 0, 255, 0, 0, 0)], [], ip(11, 1, 2, 3)),
  'permitted e-mail addresses': limited([email('example.com')], [], email('me@example.com')),
  'e-mail addresses that are not permitted': limited([email('example.com')], [], email('me@a.example.com')),
  'directory names that are not permitted': limited([directory('O=x')], [], dns('a.example')),
  'a permitted directory name': {
    intermediate: { with: [nameConstraints([directory('O=x')])] },
    leaf: { subject: 'CN=a,O=X' },
  },
  'a host name and constraints on addresses': limited([ip(10, 0, 0, 0, 255, 0, 0, 0)], [], dns('a.example')),
  'version 1 with extensions': { leaf: { version: 1 } },
  'a signature with SHA-1': { root: { key: rsa }, intermediate: { algorithm: 'rsa-sha1' } },
};

/** Chains on which we say otherwise, with what we say; docs/decisions/0007 says why. */
const disputed: Readonly<Record<string, readonly [wish: ChainWish, ...weSay: string[]]>> = {
  'serial number zero': [{ leaf: { serial: 0n } }, 'serial-number'],
  'a negative serial number': [{ leaf: { serial: -1n } }, 'serial-number'],
  'a serial number of 21 octets': [{ leaf: { serial: 1n << 160n } }, 'serial-number'],
  'name constraints that are not critical': [
    { intermediate: { with: [flagged(nameConstraints([dns('example.com')]), false)] } },
    'name-constraints-form',
  ],
  'name constraints in a leaf': [{ leaf: { with: [nameConstraints([dns('example.com')])] } }, 'name-constraints-form'],
  'a constraint with a leading period': [
    limited([dns('.example.com')], [], dns('a.example.com')),
    'name-constraints-form',
  ],
  'a host name with a leading period': [
    limited([dns('example.com')], [], dns('.example.com')),
    'subject-alternative-name',
  ],
  'an e-mail address with two signs': [
    limited([email('example.com')], [], email('a@b@example.com')),
    'subject-alternative-name',
    'name-constraints',
  ],
  'a wildcard that reaches what is excluded': [
    limited([], [dns('no.example.com')], dns('*.example.com')),
    'name-constraints',
  ],
  'policy constraints that are not critical': [
    { intermediate: { with: [flagged(policyConstraints(5), false)] } },
    'policy-constraints',
  ],
  'a policy that is required and not there': [{ intermediate: { with: [policyConstraints(0)] } }, 'policy'],
  'a signature with MD5': [{ root: { key: rsa }, intermediate: { algorithm: 'rsa-md5' } }, 'md5-signature'],
  'a validity in the wrong form': [{ leaf: { until: text(0x18, '20270101000000Z') } }, 'time-encoding'],
  'a leaf in its last second': [{ leaf: { until: now } }],
  'an unknown extension that comes twice': [
    { leaf: { with: [unknownExtension(false), unknownExtension(false)] } },
    'unique-extensions',
  ],
  'any purpose': [{ leaf: { with: [extendedKeyUsage(purposes.any)] } }],
  'a leaf without purposes whose key may only encipher': [
    { leaf: { with: [keyUsage('keyEncipherment')], without: [oids.extendedKeyUsage] } },
  ],
  'a common name that is a host outside of the constraints': [
    {
      intermediate: { with: [nameConstraints([dns('example.com')])] },
      leaf: { subject: 'CN=a.example.org', without: [oids.subjectAltName] },
    },
  ],
};

describe.skipIf(!present)(`openssl verify${present ? '' : ' (skipped: there is no openssl here)'}`, () => {
  test.each(Object.entries(agreed))('agrees on %s', (_, wish) => {
    const chain = chainOf(wish);
    const { valid, findings } = verdictOn(chain);
    const { ok, says } = openssl(chain);
    expect({ valid, says, findings: findings.map(({ message }) => message) }).toMatchObject({ valid: ok });
  });

  test.each(Object.entries(disputed))('differs on %s', (_, [wish, ...weSay]) => {
    const chain = chainOf(wish);
    const { valid, findings } = verdictOn(chain);
    expect(findings.map(({ rule }) => rule)).toEqual(weSay);
    expect(openssl(chain).ok).toBe(!valid);
  });

  test('agrees on self-issued authorities, cross-signed ones, and trust in an intermediate', () => {
    const root = mintRoot();
    const first = mintAuthority(root, { pathLength: 1 });
    const renewed = mintAuthority(first, { pathLength: 1 });
    const last = mintAuthority(renewed, { subject: 'CN=Last', pathLength: 0 });
    const leaf = mintLeaf(last);
    const chains: readonly Chain[] = [
      { leaf, intermediates: [first, renewed, last], anchors: [root] },
      { leaf, intermediates: [renewed, last], anchors: [first] },
      { leaf, intermediates: [first, last], anchors: [root] },
      { leaf, intermediates: [first, renewed, last], anchors: [mintRoot()] },
    ];
    const verdicts = chains.map((chain) => [verdictOn(chain).valid, openssl(chain).ok]);
    expect(verdicts).toEqual([
      [true, true],
      [true, true],
      [false, false],
      [false, false],
    ]);
  });

  test.each([
    ['dns', '-verify_hostname', 'a.example', 'b.example'],
    ['dns', '-verify_hostname', 'x.wild.example', 'x.y.wild.example'],
    ['ip', '-verify_ip', '192.0.2.1', '192.0.2.2'],
    ['email', '-verify_email', 'me@example.com', 'you@example.com'],
  ] as const)('agrees on names of the peer: %s', (type, option, good, bad) => {
    const names = [dns('a.example'), dns('*.wild.example'), ip(192, 0, 2, 1), email('me@example.com')];
    const chain = chainOf({ leaf: { with: [subjectAltName(...names)] } });
    for (const value of [good, bad]) {
      const { valid } = verdictOn({ ...chain, demands: { names: [{ type, value }] } });
      expect({ value, valid }).toEqual({ value, valid: openssl(chain, option, value).ok });
    }
    expect(verdictOn({ ...chain, demands: { names: [{ type, value: good }] } }).valid).toBe(true);
  });
});
