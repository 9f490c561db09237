import { generateKeyPairSync } from 'node:crypto';
import type { Chain } from '../../protocol/pki/testing/chains.ts';
import { chainOf } from '../../protocol/pki/testing/chains.ts';
import { hex, integer, oid, sequence, tlv } from '../../protocol/pki/testing/der-writer.ts';
import {
  certificatePolicies,
  extendedKeyUsage,
  nameConstraints,
  named,
  policyMappings,
  subjectAltName,
  unknownExtension,
} from '../../protocol/pki/testing/extension-writer.ts';
import {
  explicitKey,
  freshKey,
  mintAuthority,
  mintLeaf,
  mintRoot,
  type Minted,
} from '../../protocol/pki/testing/mint.ts';
import type { Behaviour, Family, Holds } from './behaviour.ts';
import { script } from './script.ts';

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const invalid: Holds = { exit: 1 };
const valid: Holds = { exit: 0 };
const unreadable: Holds = { exit: 2, says: 'cannot be read' };

const row = (name: string, chain: () => Chain | Buffer, holds: Holds, more: Partial<Behaviour> = {}): Behaviour => ({
  name,
  attack: { by: 'chain', chain },
  holds,
  ...more,
});
const leafNamed =
  (...names: readonly Uint8Array[]): (() => Chain) =>
  () =>
    chainOf({ leaf: { with: [subjectAltName(...names)] } });

/** A leaf whose dates have the month 99. */
function withoutDates(): Buffer {
  const der = Buffer.from(mintRoot().certificate.der);
  const at = der.indexOf(Buffer.from('170d', 'hex'));
  return der.fill('9', at + 4, at + 14);
}

/** Several authorities in each of several floors, each signed by each of the floor above: their paths multiply. */
function ladder(floors: number, width: number): Chain {
  const root = mintRoot();
  const keys = range(floors).map(() => freshKey());
  const intermediates: Minted[] = [];
  let above: Minted = root;
  for (const floor of range(floors)) {
    const subject = `CN=Floor ${floor}`;
    const made = range(width).map(() => mintAuthority(above, { subject, key: keys[floor] ?? freshKey() }));
    intermediates.push(...made);
    above = made[0] ?? root;
  }
  return { leaf: mintLeaf(above), intermediates, anchors: [mintRoot({ subject: 'CN=Elsewhere' })] };
}

const rsaSpki = (modulus: Uint8Array): Buffer =>
  sequence(
    sequence(oid('1.2.840.113549.1.1.1'), hex('0500')),
    tlv(3, Buffer.from([0]), sequence(tlv(2, modulus), integer(65_537))),
  );
const keyed =
  (spki: Uint8Array): (() => Chain) =>
  () =>
    chainOf({ leaf: { spki } });

/** Certificates and their paths. */
export const certificates: Family = {
  title: 'Certificates',
  subject: 'A chain with',
  rows: [
    row('garbage in place of a leaf', () => Buffer.from('0\x82\x10\x00garbage', 'latin1'), unreadable, { built: true }),
    row(
      'a SEQUENCE in a SEQUENCE, 20,000 deep',
      () =>
        range(20_000).reduce<Buffer>(
          (inner) => (inner.length < 60_000 ? Buffer.concat([hex('3080'), inner]) : inner),
          Buffer.alloc(0),
        ),
      unreadable,
    ),
    row('a length that lies', () => hex('3084ffffffff02'), unreadable),
    row('lengths that are not as short as they can be', () => hex('3084000000020500'), unreadable),
    row('40,000 alternative names', leafNamed(...range(40_000).map((n) => named.dns(`a${n}.example`))), valid, {
      cost: 'a second',
    }),
    row('100,000 alternative names that are none', leafNamed(...range(100_000).map(() => named.dns('.'))), invalid, {
      cost: 'seconds',
    }),
    row('a name of 500,000 letters', () => chainOf({ leaf: { subject: `CN=${'x'.repeat(500_000)}` } }), valid),
    row(
      '2,000 constraints on 2,000 names',
      () =>
        chainOf({
          intermediate: {
            with: [
              nameConstraints(
                range(2000).map((n) => named.dns(`p${n}.example`)),
                range(2000).map((n) => named.dns(`x${n}.example`)),
              ),
            ],
          },
          leaf: { with: [subjectAltName(...range(2000).map((n) => named.dns(`a.p${n}.example`)))] },
        }),
      { exit: 1 },
      { cost: 'seconds' },
    ),
    row(
      '1,000 constraints on directory names that are alike',
      () =>
        chainOf({
          intermediate: {
            with: [
              nameConstraints(
                [],
                range(1000).map((n) => named.directory(`O=${'y'.repeat(100)}${n}`)),
              ),
            ],
          },
          leaf: {
            subject: `CN=a,O=${'y'.repeat(5000)}`,
            with: [subjectAltName(...range(200).map((n) => named.directory(`CN=${n},O=${'y'.repeat(100)}`)))],
          },
        }),
      { exit: 1 },
      { cost: 'a second' },
    ),
    row(
      '1,800 authorities of one name',
      () => {
        const root = mintRoot();
        const key = freshKey();
        const all = range(1800).map(() => mintAuthority(root, { key }));
        return { leaf: mintLeaf(all[0] ?? root), intermediates: all, anchors: [mintRoot({ subject: 'CN=Elsewhere' })] };
      },
      invalid,
      { cost: 'seconds' },
    ),
    row('40 to the power of 8 paths', () => ladder(8, 40), invalid, { cost: 'seconds' }),
    row(
      'authorities that certify each other in a circle',
      () => {
        const keys = [freshKey(), freshKey()];
        const a = mintRoot({ subject: 'CN=A', key: keys[0] ?? freshKey() });
        const b = mintAuthority(a, { subject: 'CN=B', key: keys[1] ?? freshKey() });
        const back = mintAuthority(b, { subject: 'CN=A', key: keys[0] ?? freshKey() });
        return { leaf: mintLeaf(b), intermediates: [back, b], anchors: [mintRoot({ subject: 'CN=Elsewhere' })] };
      },
      invalid,
    ),
    row(
      '2,000 policies that are mapped to each other',
      () =>
        chainOf({
          intermediate: {
            with: [
              certificatePolicies(...range(2000).map((n) => `1.2.3.${n}`)),
              policyMappings(...range(2000).map((n): [string, string] => [`1.2.3.${n}`, `1.2.4.${n}`])),
            ],
          },
          leaf: { with: [certificatePolicies(...range(2000).map((n) => `1.2.4.${n}`))] },
        }),
      valid,
      { cost: 'a second' },
    ),
    row(
      '10,000 purposes',
      () => chainOf({ leaf: { with: [extendedKeyUsage(...range(10_000).map((n) => `1.3.6.1.4.1.32473.${n}`))] } }),
      valid,
    ),
    row(
      '5,000 extensions that nobody knows',
      () => chainOf({ leaf: { with: range(5000).map((n) => unknownExtension(false, `1.3.6.1.4.1.32473.${n}`)) } }),
      valid,
    ),
    row(
      'a key of zeros',
      keyed(sequence(sequence(oid('1.2.840.10045.2.1'), oid('1.2.840.10045.3.1.7')), tlv(3, Buffer.alloc(66)))),
      valid,
    ),
    row('an RSA modulus of 0', keyed(rsaSpki(Buffer.from([0]))), { ...invalid, says: 'an RSA modulus of 0' }),
    row(
      'an RSA modulus of 16,384 bits',
      keyed(rsaSpki(Buffer.concat([Buffer.from([0]), Buffer.alloc(2048, 0xff)]))),
      valid,
    ),
    row(
      'an RSA modulus of a million bits',
      keyed(rsaSpki(Buffer.concat([Buffer.from([0]), Buffer.alloc(125_000, 0xff)]))),
      { ...invalid, says: 'an RSA modulus of 1000000 bits' },
    ),
    row('an even RSA modulus', keyed(rsaSpki(Buffer.concat([Buffer.from([0]), Buffer.alloc(256, 0xfe)]))), {
      ...invalid,
      says: 'an RSA modulus that is even',
    }),
    row('a curve that is written out', () => chainOf({ leaf: { key: explicitKey() } }), invalid),
    row(
      'a key of an algorithm that nobody knows',
      keyed(sequence(sequence(oid('1.3.6.1.4.1.32473.1')), tlv(3, Buffer.from([0, 1, 2, 3])))),
      valid,
    ),
    row(
      'a signature of zeros',
      () => chainOf({ leaf: { signature: (octets) => Buffer.alloc(octets.length) } }),
      invalid,
    ),
    row('a signature of 100 KB', () => chainOf({ leaf: { signature: () => Buffer.alloc(100_000, 1) } }), invalid),
    row(
      'a key that cannot sign',
      () =>
        chainOf({ leaf: { spki: generateKeyPairSync('x25519').publicKey.export({ type: 'spki', format: 'der' }) } }),
      valid,
    ),
    row('a serial number of 10,000 bits', () => chainOf({ leaf: { serial: 1n << 10_000n } }), invalid),
    row('dates that are none', withoutDates, unreadable),
    row(
      'a script and control codes in its names',
      () =>
        chainOf({
          leaf: {
            subject: `CN=${script.replaceAll('<', '\\<').replaceAll('>', '\\>')}`,
            with: [subjectAltName(named.dns('a\x1b[31m.example'))],
          },
        }),
      invalid,
    ),
  ],
};
