import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { chainOf, verdictOn, type ChainWish } from '../testing/chains.ts';
import { hex, integer, sequence } from '../testing/der-writer.ts';
import { freshKey } from '../testing/mint.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const said = (wish: ChainWish): string[] =>
  verdictOn(chainOf(wish)).findings.map(
    ({ rule, stopsDevice, message }) => `${rule}${stopsDevice ? '!' : ''}: ${message}`,
  );
const unreadable = 'signature!: The signature of "CN=device.example.com" cannot be read: the signature value';

test.each(['P-256', 'P-384', 'P-521', 'secp160r1', 'sect163k1'])('r and s side by side on %s', (curve) => {
  const intermediate = { key: freshKey(curve) };
  expect(said({ intermediate, leaf: { dsaEncoding: 'ieee-p1363' } })).toEqual([
    `${unreadable} is r and s side by side, not a DER SEQUENCE`,
  ]);
  expect(said({ intermediate })).toEqual([]);
});

test.each([
  ['nothing', hex(''), 'it is missing at byte 0'],
  ['one number', sequence(integer(1)), 's is missing at byte 5'],
  ['three numbers', sequence(integer(1), integer(2), integer(3)), '3 octets follow r and s'],
  ['octets behind it', Buffer.concat([sequence(integer(1), integer(2)), hex('0000')]), '2 octets follow r and s'],
  ['BER', sequence(hex('02020001'), integer(2)), 'the integer at byte 2 has more octets than it needs'],
  ['text', Buffer.from('signature'), 'it at byte 0 announces 105 octets, but only 7 follow'],
])('another value than DER: %s', (_, value, why) => {
  expect(said({ leaf: { signature: () => value } })).toEqual([`${unreadable} is no DER SEQUENCE of r and s: ${why}`]);
});

test('a value that can be read is by another key', () => {
  const isNot = 'signature!: The signature of "CN=device.example.com" is not by "CN=Intermediate"';
  expect(said({ leaf: { signer: freshKey() } })).toEqual([isNot]);
  expect(said({ intermediate: { key: rsa }, leaf: { signature: () => Buffer.alloc(64) } })).toEqual([isNot]);
  const ofEcdsa: ChainWish = {
    intermediate: { key: rsa },
    leaf: { signer: freshKey(), algorithm: 'ecdsa-sha256', dsaEncoding: 'ieee-p1363' },
  };
  expect(said(ofEcdsa)).toEqual([isNot]);
});
