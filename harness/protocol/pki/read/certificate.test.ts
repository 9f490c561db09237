import { describe, expect, test } from 'vitest';
import { createAuthority, poolAuthorityKeys } from '../build/authority.ts';
import { readCertificate, UnreadableCertificate } from './certificate.ts';
import { poolKey } from '../build/keys.ts';
import { seededBytes } from '../build/seeded-bytes.ts';
import {
  compose,
  composedExtension,
  composedExtensions,
  composedName,
  type Parts,
} from '../testing/composed-certificate.ts';
import { hex, text, tlv } from '../testing/der-writer.ts';
import { disagreements } from '../testing/reader-disagreements.ts';

const authority = createAuthority({
  now: () => new Date('2026-03-01T12:00:00Z'),
  random: seededBytes('certificate'),
  keys: poolAuthorityKeys(),
});
const leaf = authority.issue(poolKey(0).spki, { subject: [[{ type: 'CN', value: 'device' }]] });
const good = Buffer.from(leaf.der);

const noCa = composedExtension('0603551d13', hex('3000'));

test('a certificate is read again as it was written', () => {
  const again = readCertificate(good);
  expect(again.pem).toBe(leaf.pem);
  expect(again.sha1).toMatch(/^[0-9A-F]{40}$/);
  expect(again.signedBy(authority.intermediate)).toBe(true);
  expect(again.signedBy(authority.root)).toBe(false);
});

test('a certificate composed by hand has nothing to note', () => {
  expect(readCertificate(compose()).nonStandard).toEqual([]);
});

describe('oddities are noted, not refused', () => {
  const cases: readonly (readonly [string, Parts, string])[] = [
    [
      'version 1 left out, with extensions',
      { version: Buffer.alloc(0), extensions: composedExtensions(noCa) },
      'version 1 with extensions',
    ],
    [
      'version 1 spelt out, with extensions',
      { version: hex('a003020100'), extensions: composedExtensions(noCa) },
      'version 1 with extensions',
    ],
    [
      'version 2 with extensions',
      { version: hex('a003020101'), extensions: composedExtensions(noCa) },
      'version 2 with extensions',
    ],
    ['a negative serial number', { serial: hex('0201ff') }, 'negative serial number'],
    ['a huge serial number', { serial: tlv(2, Buffer.alloc(300, 0x7f)) }, 'serial number of more than 20 octets'],
    [
      'a year before 2050 in four digits',
      { notAfter: text(0x18, '20270101000000Z') },
      'validity not in the form of RFC 5280 section 4.1.2.5',
    ],
    [
      'a time without seconds',
      { notAfter: text(0x17, '2701010000Z') },
      'validity not in the form of RFC 5280 section 4.1.2.5',
    ],
    [
      'a year before 2050 in four digits, without seconds',
      { notAfter: text(0x18, '202701010000Z') },
      'validity not in the form of RFC 5280 section 4.1.2.5',
    ],
    [
      'a time with an offset',
      { notAfter: text(0x17, '270101020000+0200') },
      'validity not in the form of RFC 5280 section 4.1.2.5',
    ],
    ['the same extension twice', { extensions: composedExtensions(noCa, noCa) }, 'extension 2.5.29.19 more than once'],
    [
      'basic constraints of nonsense',
      { extensions: composedExtensions(composedExtension('0603551d13', hex('0500'))) },
      'basicConstraints is not encoded as RFC 5280 says',
    ],
    [
      'an alternative name of another kind without its value',
      { extensions: composedExtensions(composedExtension('0603551d11', hex('3006 a004 0602 2a03'))) },
      'subjectAltName is not encoded as RFC 5280 says',
    ],
    [
      'a key usage without octets',
      { extensions: composedExtensions(composedExtension('0603551d0f', Buffer.alloc(0))) },
      'keyUsage is not encoded as RFC 5280 says',
    ],
  ];
  for (const [title, parts, note] of cases) {
    test(title, async () => {
      const der = compose(parts);
      expect(readCertificate(der).nonStandard).toEqual([note]);
      expect(await disagreements({ kind: 'certificate', der })).toEqual([]);
    });
  }

  test('octets behind the certificate do not belong to it', () => {
    const certificate = readCertificate(Buffer.concat([good, Buffer.from('\r\n')]));
    expect(certificate.nonStandard).toEqual(['2 octets after the certificate']);
    expect(certificate.sha1).toBe(leaf.sha1);
  });
});

test('every moment is read as the one it is', () => {
  const notAfter = (value: Buffer): string => readCertificate(compose({ notAfter: value })).notAfter.toISOString();
  expect(notAfter(text(0x17, '491231235959Z'))).toBe('2049-12-31T23:59:59.000Z');
  expect(notAfter(text(0x17, '500101000000Z'))).toBe('1950-01-01T00:00:00.000Z');
  expect(notAfter(text(0x18, '99991231235959Z'))).toBe('9999-12-31T23:59:59.000Z');
  expect(notAfter(text(0x18, '202701020304Z'))).toBe('2027-01-02T03:04:00.000Z');
  expect(notAfter(text(0x17, '270101020000+0200'))).toBe('2027-01-01T00:00:00.000Z');
});

test('strings of every kind are read', () => {
  const subject = composedName(
    text(0x13, 'A!\0'),
    tlv(0x0c, Buffer.from('Grüße')),
    text(0x0c, 'Gr\u00fc\u00dfe'),
    text(0x14, 'Gr\u00fc\u00dfe'),
    text(0x16, 'a@b'),
    hex('1e0800480069d83dde00'),
    hex('1c080001f60000110000'),
    text(0x0c, ''),
    hex('030200ff'),
  );
  const values = readCertificate(compose({ subject }))
    .subject.rdns.flat()
    .map(({ value }) => value);
  expect(values).toEqual(['A!\0', 'Grüße', 'Grüße', 'Grüße', 'a@b', 'Hi😀', '😀\ufffd', '', '#030200ff']);
});

test('an empty name, an unknown key and an unknown algorithm are read', () => {
  const certificate = readCertificate(
    compose({ subject: hex('3000'), spki: hex('300a 3003 06012a 0303 000102'), algorithm: hex('3003 06012b') }),
  );
  expect(certificate.subject.toString()).toBe('');
  expect(certificate.publicKey).toMatchObject({ algorithm: 'other' });
  expect(certificate.signature).toEqual({ oid: '1.3', name: '1.3' });
  expect(certificate.signedBy(leaf)).toBe(false);
});

describe('what cannot be read is refused with the reason', () => {
  const cases: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['nothing', new Uint8Array(), /there are no bytes/],
    ['PEM', Buffer.from(leaf.pem), /this is PEM, DER is wanted/],
    ['base64', Buffer.from(good.toString('base64')), /this looks like base64, DER is wanted/],
    ['HTML', Buffer.from('<html>'), /certificate at byte 0 announces 104 octets, but only 4 follow/],
    ['half a certificate', good.subarray(0, 400), /announces 840 octets, but only 396 follow/],
    ['an indefinite length', hex('3080 0000'), /indefinite length, which DER forbids/],
    ['version 4', compose({ version: hex('a003020103') }), /version at byte 10 is 4, but X.509 has versions 1 to 3/],
    [
      'February 30',
      compose({ notAfter: text(0x17, '270230000000Z') }),
      /notAfter at byte \d+ is no time: "270230000000Z"/,
    ],
    [
      'a name that is a number',
      compose({ subject: hex('020101') }),
      /subject at byte \d+ has tag 0x02 instead of 0x30/,
    ],
    [
      'a number without octets',
      compose({ serial: hex('0200') }),
      /serialNumber at byte \d+ is an integer without octets/,
    ],
    [
      'a very long identifier',
      compose({ algorithm: tlv(0x30, tlv(6, Buffer.alloc(200, 1))) }),
      /is no object identifier/,
    ],
  ];
  for (const [title, bytes, message] of cases) {
    test(title, async () => {
      expect(() => readCertificate(bytes)).toThrow(UnreadableCertificate);
      expect(() => readCertificate(bytes)).toThrow(message);
      expect(await disagreements({ kind: 'certificate', der: bytes })).toEqual([]);
    });
  }
});

test('random damage is read or refused, and never ends in another error', () => {
  const random = seededBytes('damage');
  const odd = compose({
    extensions: composedExtensions(noCa),
    subject: composedName(text(0x13, 'A!\0'), hex('1c080001f60000110000')),
  });
  const outcomes = Array.from({ length: 1500 }, (_, round) => outcomeOf(damaged(round % 2 === 0 ? good : odd, random)));
  expect(new Set(outcomes)).toEqual(new Set(['read', 'UnreadableCertificate']));
});

/** One to four octets changed, or some cut out or doubled. */
function damaged(bytes: Buffer, random: (count: number) => Uint8Array): Buffer {
  const copy = Buffer.from(bytes);
  const [count = 0, cut = 0] = random(2);
  for (let i = 0; i <= count % 4; i += 1) {
    const position = Buffer.from(random(2)).readUInt16BE() % copy.length;
    copy[position] = random(1)[0] ?? 0;
  }
  if (cut > 60) return copy;
  const at = Buffer.from(random(2)).readUInt16BE() % copy.length;
  return cut > 30 ? copy.subarray(0, at) : Buffer.concat([copy.subarray(0, at), copy.subarray(Math.max(0, at - cut))]);
}

function outcomeOf(bytes: Buffer): string {
  try {
    const certificate = readCertificate(bytes);
    certificate.signedBy(authority.intermediate);
    certificate.subject.toString();
    return 'read';
  } catch (error) {
    return error instanceof Error ? error.name : 'no error object';
  }
}
