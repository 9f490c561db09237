import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { hex, sequence, text } from '../testing/der-writer.ts';
import { chain, chainOf, testRules, verdictOn } from '../testing/chains.ts';
import { explicitKey, freshKey, identifierOf, now } from '../testing/mint.ts';

const good = chain();
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const before = (ms: number): Date => new Date(now.getTime() - ms);
const after = (ms: number): Date => new Date(now.getTime() + ms);
const dayMs = 86_400_000;

testRules('dates', {
  'an expired leaf': [chain({ leaf: { until: before(dayMs) } }), 'validity!, leaf: validity.notAfter', good],
  'an expired intermediate': [
    chain({ intermediate: { until: before(dayMs) } }),
    'validity!, intermediate: validity.notAfter',
    good,
  ],
  'an expired root': [chain({ root: { until: before(dayMs) } }), 'validity!, trust anchor: validity.notAfter', good],
  'a leaf of tomorrow': [chain({ leaf: { from: after(dayMs) } }), 'validity!, leaf: validity.notBefore', good],
  'an intermediate of tomorrow': [
    chain({ intermediate: { from: after(dayMs) } }),
    'validity!, intermediate: validity.notBefore',
    good,
  ],
  'the second after notAfter, and notAfter itself': [
    chain({ leaf: { until: before(1000) } }),
    'validity!, leaf: validity.notAfter',
    chain({ leaf: { until: now } }),
  ],
  'a millisecond before notBefore, and notBefore itself': [
    chain({ leaf: { from: now }, demands: { at: before(1) } }),
    'validity!, leaf: validity.notBefore',
    chain({ leaf: { from: now } }),
  ],
  'a second that has not passed counts as the one that began': [
    chain({ leaf: { until: now }, demands: { at: after(1000) } }),
    'validity!, leaf: validity.notAfter',
    chain({ leaf: { until: now }, demands: { at: after(999) } }),
  ],
  'a clock beyond the tolerance': [
    chain({ leaf: { from: after(2000) }, demands: { toleranceMs: 1000 } }),
    'validity!, leaf: validity.notBefore',
    chain({ leaf: { from: after(1000) }, demands: { toleranceMs: 1000 } }),
  ],
  'no tolerance for the end': [
    chain({ leaf: { until: before(1000) }, demands: { toleranceMs: dayMs } }),
    'validity!, leaf: validity.notAfter',
    good,
  ],
  'a year before 2050 in four digits, and one from then on': [
    chain({ leaf: { until: text(0x18, '20270101000000Z') } }),
    'time-encoding, leaf: validity',
    chain({ leaf: { until: text(0x18, '20500101000000Z') } }),
  ],
  'a time without seconds': [
    chain({ root: { from: text(0x17, '2601010000Z') } }),
    'time-encoding, trust anchor: validity',
    chain({ root: { from: text(0x17, '260101000000Z') } }),
  ],
  'a time with fractions of seconds': [
    chain({ leaf: { until: text(0x18, '20500101000000.5Z') } }),
    'time-encoding, leaf: validity',
    good,
  ],
});

testRules('serial number, version, names and algorithms', {
  'serial number zero': [chain({ leaf: { serial: 0n } }), 'serial-number, leaf: serialNumber', good],
  'a negative serial number': [
    chain({ intermediate: { serial: -5n } }),
    'serial-number, intermediate: serialNumber',
    chain({ intermediate: { serial: 5n } }),
  ],
  'a serial number of 21 octets, and one of 20': [
    chain({ leaf: { serial: 1n << 159n } }),
    'serial-number, leaf: serialNumber',
    chain({ leaf: { serial: (1n << 159n) - 1n } }),
  ],
  'a root with serial number zero': [
    chain({ root: { serial: 0n } }),
    'serial-number, trust anchor: serialNumber',
    good,
  ],
  'version 1 with extensions': [chain({ leaf: { version: 1 } }), 'version, leaf: version', good],
  'version 2 with extensions': [chain({ root: { version: 2 } }), 'version, trust anchor: version', good],
  'an intermediate of version 1, and a root of version 1': [
    chain({ intermediate: { version: 1, extensions: [] } }),
    [
      'ca-bit!, intermediate: extensions[basicConstraints]',
      'authority-key-identifier, intermediate: extensions[authorityKeyIdentifier].keyIdentifier',
    ],
    chain({ root: { version: 1, extensions: [] } }),
  ],
  'an authority without a name': [
    chain({ intermediate: { subject: '' } }),
    ['issuer, leaf: issuer', 'subject, intermediate: subject'],
    good,
  ],
  'a root without a name': [
    chain({ root: { subject: '' } }),
    ['issuer, intermediate: issuer', 'issuer, trust anchor: issuer', 'subject, trust anchor: subject'],
    good,
  ],
  'two signature algorithms': [
    chain({ leaf: { outerAlgorithm: identifierOf('ecdsa-sha384') } }),
    ['signature-algorithm, leaf: signatureAlgorithm', 'signature!, leaf: signatureValue'],
    good,
  ],
  'two signature algorithms of the root, whose signature nobody needs': [
    chain({ root: { outerAlgorithm: identifierOf('ecdsa-sha384') } }),
    'signature-algorithm, trust anchor: signatureAlgorithm',
    good,
  ],
  'parameters that differ': [
    chain({ root: { key: rsa }, intermediate: { outerAlgorithm: sequence(hex('06092a864886f70d01010b')) } }),
    'signature-algorithm, intermediate: signatureAlgorithm',
    chain({ root: { key: rsa } }),
  ],
  'a signature with MD5, and a root that has one': [
    chain({ root: { key: rsa }, intermediate: { algorithm: 'rsa-md5' } }),
    'md5-signature, intermediate: signatureAlgorithm',
    chain({ root: { key: rsa, algorithm: 'rsa-md5' } }),
  ],
  'a signature with SHA-1 is a warning, that of a root nothing': [
    chain({ root: { key: rsa }, intermediate: { algorithm: 'rsa-sha1' }, leaf: { algorithm: 'ecdsa-sha1' } }),
    ['sha1-signature?, leaf: signatureAlgorithm', 'sha1-signature?, intermediate: signatureAlgorithm'],
    chain({ root: { key: rsa, algorithm: 'rsa-sha1' } }),
  ],
});

const parameters = 'subjectPublicKeyInfo.algorithm.parameters';

testRules('elliptic curves', {
  'a curve of the leaf by its parameters': [
    chain({ leaf: { key: explicitKey() } }),
    `named-curve, leaf: ${parameters}`,
    chain({ leaf: { key: freshKey() } }),
  ],
  'a curve of the intermediate by its parameters': [
    chain({ intermediate: { key: explicitKey('P-384') } }),
    `named-curve, intermediate: ${parameters}`,
    chain({ intermediate: { key: freshKey('P-384') } }),
  ],
  'a curve of the root by its parameters': [
    chain({ root: { key: explicitKey('P-521') } }),
    `named-curve, trust anchor: ${parameters}`,
    chain({ root: { key: freshKey('P-521') } }),
  ],
});

const otherRsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

test.each([
  ['P-256', freshKey(), undefined],
  ['P-384', freshKey('P-384'), undefined],
  ['P-521', freshKey('P-521'), undefined],
  ['Ed25519', generateKeyPairSync('ed25519').privateKey, undefined],
  ['RSA', rsa, undefined],
  ['RSASSA-PSS', rsa, 'rsa-pss'],
] as const)('signatures with %s are checked', (_, key, algorithm) => {
  const signed = { ...(algorithm && { algorithm }) };
  const wish = { root: { key }, intermediate: { key, ...signed }, leaf: signed };
  expect(verdictOn(chainOf(wish))).toMatchObject({ valid: true, findings: [] });
  const signer = key.asymmetricKeyType === 'rsa' ? otherRsa : freshKey();
  const forged = verdictOn(chainOf({ ...wish, leaf: { ...signed, signer } }));
  expect(forged.findings.map(({ rule }) => rule)).toContain('signature');
});

test('a finding names the certificate, the field, the rule and its source', () => {
  const { findings, path } = verdictOn(chainOf({ intermediate: { until: before(dayMs), serial: 255n } }));
  expect(findings).toEqual([
    {
      rule: 'validity',
      level: 'error',
      stopsDevice: true,
      source: 'RFC 5280 section 6.1.3',
      field: 'tbsCertificate.validity.notAfter',
      message: '"CN=Intermediate" expired on 2026-02-28T12:00:00.000Z',
      certificate: {
        role: 'intermediate',
        depth: 1,
        subject: 'CN=Intermediate',
        serial: 'ff',
        sha1: path[1]?.sha1,
      },
    },
  ]);
});
