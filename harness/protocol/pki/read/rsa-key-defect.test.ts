import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { chainOf } from '../testing/chains.ts';
import { hex, integer, oid, sequence, tlv } from '../testing/der-writer.ts';
import { validatePath } from '../path/validate.ts';
import type { PathVerdict } from '../path/validate.ts';
import { now } from '../testing/mint.ts';
import { rsaKeyDefect } from './rsa-key-defect.ts';

/** A modulus of so many bits, all of them set. */
const ones = (bits: number): Buffer => {
  const number = Buffer.alloc(Math.ceil(bits / 8), 0xff);
  if (bits % 8 > 0) number[0] = 0xff >> (8 - (bits % 8));
  return Buffer.concat([Buffer.from([0]), number]);
};
const key = (modulus: Uint8Array, exponent: Uint8Array = integer(65_537)): Buffer =>
  sequence(tlv(2, modulus), exponent);

function verdictOn(spki: Uint8Array): PathVerdict {
  const { leaf, intermediates, anchors } = chainOf({ leaf: { spki } });
  return validatePath(leaf.certificate, {
    anchors: anchors.map(({ certificate }) => certificate),
    intermediates: intermediates.map(({ certificate }) => certificate),
    at: now,
  });
}

describe('an RSA key that nobody can use', () => {
  test.each([
    ['RSA modulus of 0', key(Buffer.from([0]))],
    ['RSA modulus of 0', key(Buffer.alloc(300))],
    ['RSA modulus that is even', key(Buffer.concat([Buffer.from([0]), Buffer.alloc(256, 0xfe)]))],
    ['RSA modulus of 16385 bits, which is more than 16384', key(ones(16_385))],
    ['RSA modulus of 1000000 bits, which is more than 16384', key(ones(1_000_000))],
    ['RSA key with a negative number', key(Buffer.alloc(256, 0xff))],
    ['RSA exponent that is even or below 3', key(ones(2048), integer(65_536))],
    ['RSA exponent that is even or below 3', key(ones(2048), integer(1))],
    ['key that is no RSAPublicKey', sequence(tlv(2, ones(2048)))],
    ['key that is no RSAPublicKey', key(Buffer.alloc(0))],
    ['key that is no RSAPublicKey', Buffer.alloc(0)],
  ])('%s', (says, octets) => {
    expect(rsaKeyDefect(octets)?.says).toBe(says);
  });
});

test.each([512, 1024, 2048, 2049, 4096, 16_383, 16_384])('a modulus of %d bits has no defect', (bits) => {
  expect(rsaKeyDefect(key(ones(bits)))).toBeUndefined();
});

test('an exponent of 3 has no defect', () => {
  expect(rsaKeyDefect(key(ones(2048), integer(3)))).toBeUndefined();
});

test.each(['rsa', 'rsa-pss'] as const)('a key that OpenSSL made has no defect: %s', (type) => {
  const make = (): { readonly publicKey: KeyObject } =>
    type === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: 1024 })
      : generateKeyPairSync('rsa-pss', { modulusLength: 1024 });
  const spki = make().publicKey.export({ type: 'spki', format: 'der' });
  expect(verdictOn(spki)).toMatchObject({ valid: true, findings: [] });
});

test('makes a leaf invalid, and is named with its field', () => {
  const spki = sequence(
    sequence(oid('1.2.840.113549.1.1.1'), hex('0500')),
    tlv(3, Buffer.from([0]), key(Buffer.from([0]))),
  );
  const { valid, findings } = verdictOn(spki);
  expect(valid).toBe(false);
  expect(findings).toMatchObject([
    {
      rule: 'rsa-key',
      level: 'error',
      field: 'tbsCertificate.subjectPublicKeyInfo.subjectPublicKey',
      source: 'RFC 8017 section 3.1',
    },
  ]);
  expect(findings[0]?.message).toContain('has an RSA modulus of 0');
});
