import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { extensionOids as oids } from '../read/extension-oids.ts';
import { chainOf, verdictOn, type ChainWish } from '../testing/chains.ts';
import { hex, oid, sequence, text, tlv } from '../testing/der-writer.ts';
import {
  authorityInfoAccess,
  extendedKeyUsage,
  flagged,
  named,
  purposes,
  valued,
} from '../testing/extension-writer.ts';
import { freshKey, now } from '../testing/mint.ts';
import { validatePath } from './validate.ts';

/** The warnings on a chain that nothing is wrong with, as `role: message`. */
function warningsOn(wish: ChainWish): string[] {
  const { valid, findings, warnings } = verdictOn(chainOf(wish));
  expect({ valid, findings }).toEqual({ valid: true, findings: [] });
  for (const warning of warnings) expect(warning).toMatchObject({ level: 'warning', stopsDevice: false });
  return warnings.map(({ certificate, message }) => `${certificate.role}: ${message}`);
}

const rsa = (modulusLength: number): KeyObject => generateKeyPairSync('rsa', { modulusLength }).privateKey;
const pss = (modulusLength: number): KeyObject => generateKeyPairSync('rsa-pss', { modulusLength }).privateKey;
const dsa = (modulusLength: number, divisorLength: number): KeyObject =>
  generateKeyPairSync('dsa', { modulusLength, divisorLength }).privateKey;
const device = 'leaf: "CN=device.example.com" has';

describe('keys', () => {
  test.each([
    ['RSA of 2048 bits', rsa(2048)],
    ['P-224', freshKey('P-224')],
    ['P-256', freshKey()],
    ['secp224k1', freshKey('secp224k1')],
    ['Ed25519', generateKeyPairSync('ed25519').privateKey],
    ['Ed448', generateKeyPairSync('ed448').privateKey],
  ])('%s is strong enough', (_, key) => {
    expect(warningsOn({ leaf: { key } })).toEqual([]);
  });

  test.each([
    ['RSA of 2040 bits', rsa(2040), 'an RSA key of 2040 bits; 112 bits of security need 2048'],
    ['RSA of 1024 bits', rsa(1024), 'an RSA key of 1024 bits; 112 bits of security need 2048'],
    ['RSA of 512 bits', rsa(512), 'an RSA key of 512 bits; 112 bits of security need 2048'],
    ['RSASSA-PSS of 1024 bits', pss(1024), 'an RSA key of 1024 bits; 112 bits of security need 2048'],
    ['DSA of 1024 bits', dsa(1024, 160), 'a key of 1024 bits; 112 bits of security need 2048'],
    ['P-192', freshKey('P-192'), 'a key on a curve of 192 bits; 112 bits of security need 224'],
    ['secp112r1', freshKey('secp112r1'), 'a key on a curve of 112 bits; 112 bits of security need 224'],
    ['sect163k1', freshKey('sect163k1'), 'a key on a curve of 163 bits; 112 bits of security need 224'],
    ['c2pnb208w1', freshKey('c2pnb208w1'), 'a key on a curve of 208 bits; 112 bits of security need 224'],
    ['wtls7', freshKey('wap-wsg-idm-ecid-wtls7'), 'a key on a curve of 160 bits; 112 bits of security need 224'],
  ])('%s is weak', (_, key, says) => {
    expect(warningsOn({ leaf: { key } })).toEqual([`${device} ${says}`]);
  });

  test('those of intermediates and anchors count, too', () => {
    const weak = 'an RSA key of 1024 bits; 112 bits of security need 2048';
    expect(warningsOn({ root: { key: rsa(1024) }, intermediate: { key: freshKey('P-192') } })).toEqual([
      'intermediate: "CN=Intermediate" has a key on a curve of 192 bits; 112 bits of security need 224',
      `trust anchor: "CN=Root" has ${weak}`,
    ]);
  });

  test('the length of a key that cannot be used is not known', () => {
    const spki = sequence(sequence(oid('1.2.840.10045.2.1'), oid('1.3.9999')), hex('030300 0401'));
    expect(warningsOn({ leaf: { spki } })).toEqual([`${device} a key whose length cannot be told`]);
  });

  test('a warning stands beside errors', () => {
    const { valid, findings, warnings } = verdictOn(chainOf({ leaf: { key: rsa(1024), serial: 0n } }));
    expect(valid).toBe(false);
    expect([findings, warnings].map((all) => all.map(({ rule }) => rule))).toEqual([
      ['serial-number'],
      ['key-strength'],
    ]);
  });
});

describe('authorityInfoAccess and subjectInfoAccess', () => {
  const method = oid('1.3.6.1.5.5.7.48.2');
  const location = named.uri('http://pki.example/ca.crt');
  const access = (value: Uint8Array): ChainWish => ({ leaf: { with: [valued(authorityInfoAccess, value)] } });

  test.each([
    ['one location', sequence(sequence(method, location))],
    ['a directory name', sequence(sequence(method, named.directory('CN=CA')))],
    ['two methods', sequence(sequence(oid('1.3.6.1.5.5.7.48.1'), location), sequence(method, location))],
    ['LDAP', sequence(sequence(method, named.uri('ldap://pki.example/cn=CA?cACertificate')))],
  ])('%s can be read', (_, value) => {
    expect(warningsOn(access(value))).toEqual([]);
  });

  test.each([
    ['nothing', hex(''), 'authorityInfoAccess is missing at byte 0'],
    ['text', Buffer.from('malformed'), 'authorityInfoAccess at byte 0 announces 97 octets, but only 7 follow'],
    ['an empty list', sequence(), 'authorityInfoAccess holds no location'],
    ['no list of lists', sequence(method, location), 'access description at byte 2 has tag 0x06 instead of 0x30'],
    ['a method without location', sequence(sequence(method)), 'access location is missing at byte 14'],
    [
      'text as location',
      sequence(sequence(method, text(0x0c, 'x'))),
      'a general name at byte 14 has tag 0xc, which none has',
    ],
    ['a third field', sequence(sequence(method, location, location)), '27 octets follow an access location'],
    ['octets behind it', Buffer.concat([sequence(sequence(method, location)), hex('00')]), '1 octets follow it'],
    ['BER', tlv(0x30, hex('3081'), hex('25'), method, location), 'the length at byte 2 has more octets than it needs'],
    ['no URI', sequence(sequence(method, named.uri('pki.example'))), 'its location "pki.example" is no absolute URI'],
  ])('%s cannot', (_, value, why) => {
    const says = `${device} an extension authorityInfoAccess that cannot be read: ${why}`;
    expect(warningsOn(access(value))).toEqual([says]);
  });

  test('the same holds for subjectInfoAccess', () => {
    const wish = { with: [{ ...authorityInfoAccess, oid: oids.subjectInfoAccess, value: sequence() }] };
    expect(warningsOn({ root: wish })).toEqual([
      'trust anchor: "CN=Root" has an extension subjectInfoAccess that cannot be read: subjectInfoAccess holds no location',
    ]);
  });

  test('one that is critical breaks a rule besides', () => {
    const extension = flagged(valued(authorityInfoAccess, sequence()), true);
    const { findings, warnings } = verdictOn(chainOf({ leaf: { with: [extension] } }));
    expect(findings.map(({ rule }) => rule)).toEqual(['authority-information-access']);
    expect(warnings.map(({ rule }) => rule)).toEqual(['information-access-value']);
  });
});

describe('a purpose', () => {
  const unasked = (wish: ChainWish): string[] => {
    const { leaf, intermediates, anchors } = chainOf(wish);
    const options = {
      anchors: anchors.map(({ certificate }) => certificate),
      intermediates: intermediates.map(({ certificate }) => certificate),
      at: now,
    };
    const { valid, warnings } = validatePath(leaf.certificate, options);
    expect(valid).toBe(true);
    return warnings.map(({ rule, message }) => `${rule}: ${message}`);
  };
  const says =
    'purpose-not-judged: No purpose was judged: nobody asked for one, and "CN=device.example.com" does not tell';

  test.each(['client', 'server'] as const)('that was judged needs no warning: %s', (purpose) => {
    expect(warningsOn({ demands: { purpose } })).toEqual([]);
  });

  test('that was not judged is said, with what the leaf has', () => {
    expect(unasked({ leaf: { with: [extendedKeyUsage(purposes.server)] } })).toEqual([
      `${says}, because its extended key usages are 1.3.6.1.5.5.7.3.1`,
    ]);
    expect(unasked({ leaf: { without: [oids.extendedKeyUsage] } })).toEqual([
      `${says}, because it has no extended key usage that can be read`,
    ]);
  });
});
