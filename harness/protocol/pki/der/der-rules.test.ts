import { describe, expect, test } from 'vitest';
import { readCertificate } from '../read/certificate.ts';
import { derDefect } from './der-rules.ts';
import { hex, sequence, tlv } from '../testing/der-writer.ts';
import { mintRoot } from '../testing/mint.ts';

describe('what is BER and not DER is told with its place', () => {
  test.each([
    ['a length in more octets than it needs', '308103020105', 'the length at byte 0 has more octets than it needs'],
    ['a length with a zero before it', `3082007f ${'020105'.repeat(42)}00`, 'the length at byte 0 has more octets'],
    ['an integer with a zero before it', '3004 02020005', 'the integer at byte 2 has more octets than it needs'],
    ['a negative one with ones before it', '0202ff80', 'the integer at byte 0 has more octets than it needs'],
    ['a boolean of one', '3003 010101', 'the boolean at byte 2 is neither 00 nor FF'],
    ['padding that is set', '0302 04ff', 'the bit string at byte 0 has padding that is not zero'],
    ['something that ends early', '3005 0203', 'a value at byte 0 announces 5 octets, but only 2 follow'],
    ['something that ends early inside', '3002 0203', 'a value at byte 2 announces 3 octets, but only 0 follow'],
  ])('%s', (_, digits, defect) => {
    expect(derDefect(hex(digits))).toContain(defect);
  });

  test('nesting without end', () => {
    let nested = tlv(5);
    for (let depth = 0; depth < 2000; depth += 1) nested = sequence(nested);
    expect(derDefect(nested)).toMatch(/^values at byte \d+ nest more than 64 deep$/);
  });
});

test.each([
  '0101ff',
  '010100',
  '0202ff7f',
  '02020080',
  '020100',
  '0302 01fe',
  '030100',
  `30 8180 ${'0500'.repeat(64)}`,
])('%.12s is DER', (digits) => {
  expect(derDefect(hex(digits))).toBeUndefined();
});

test('a certificate that is not DER is read, and its oddity is noted', () => {
  const { der } = mintRoot().certificate;
  const content = Buffer.from(der.subarray(4));
  const size = content.length;
  const longer = Buffer.concat([Buffer.from([0x30, 0x83, 0, size >> 8, size & 0xff]), content]);
  expect(readCertificate(longer)).toMatchObject({
    nonStandard: ['an encoding that is not DER: the length at byte 0 has more octets than it needs'],
    oddities: [{ kind: 'encoding', field: 'Certificate' }],
  });
});
