import { describe, expect, test } from 'vitest';
import {
  modernCertificateRequest,
  readCertificateRequest,
  requestSignatures,
  UnreadableCertificateRequest,
  windowsCertificateRequest,
  withWrongSignature,
} from './certificate-request.ts';
import { extensionOids } from './extensions.ts';
import { poolKey } from '../build/keys.ts';
import { seededBytes } from '../build/seeded-bytes.ts';

const key = poolKey(2);
const deviceId = '0123456789ABCDEF0123456789ABCDEF';
const guid = 'b9a1eff2-7f0d-4e4d-8d22-5b9c1baaaaaa';

describe('the request of Windows', () => {
  const request = readCertificateRequest(windowsCertificateRequest(key, { deviceId, guid }));

  test('names GUID and device in a PrintableString of 64 octets, with "!" and NUL', () => {
    const value = `b9a1eff2-7f0d-4e4d-8d22-5b9c1b!${deviceId}\0`;
    expect(value).toHaveLength(64);
    expect(request.subject.rdns).toEqual([[{ type: 'CN', value, encoding: 'PrintableString' }]]);
  });

  test('has the raw device id in an extension', () => {
    expect(request.extensions.map(({ oid, critical }) => ({ oid, critical }))).toEqual([
      { oid: extensionOids.windowsDeviceId, critical: false },
    ]);
    expect(Buffer.from(request.extensions[0]?.value ?? []).toString('latin1')).toBe(`${deviceId}\0`);
  });

  test("is signed with SHA-1 under the OIW's OID, and the signature is valid", () => {
    expect(request.signature).toEqual({ oid: '1.3.14.3.2.29', hash: 'sha1', name: 'sha1WithRSA' });
    expect(request).toMatchObject({ signatureValid: true, shape: 'windows' });
  });

  test('certifies the key that was given', () => {
    expect(Buffer.from(request.publicKey.spki)).toEqual(Buffer.from(key.spki));
    expect(request.publicKey).toMatchObject({ algorithm: 'rsa', bits: 2048 });
  });

  test('may be signed with MD5 instead, and the signature is valid', () => {
    const signed = readCertificateRequest(windowsCertificateRequest(key, { deviceId, guid }, requestSignatures.md5));
    expect(signed).toMatchObject({ signature: { hash: 'md5' }, signatureValid: true });
    expect(signed.subject.rdns).toEqual(request.subject.rdns);
  });

  test('with a wrong signature is the same but for the signature', () => {
    const wrong = readCertificateRequest(withWrongSignature(request.der));
    expect(wrong).toMatchObject({ signature: request.signature, signatureValid: false, shape: 'windows' });
    expect(wrong.publicKey.spki).toEqual(request.publicKey.spki);
  });

  test('is the same each time', () => {
    expect(windowsCertificateRequest(key, { deviceId, guid })).toEqual(request.der);
  });

  test('a device id that does not fit is refused with what is allowed', () => {
    const allowed = '1 to 61 visible ASCII characters are allowed';
    expect(() => windowsCertificateRequest(key, { deviceId: '', guid })).toThrow(allowed);
    expect(() => windowsCertificateRequest(key, { deviceId: 'A'.repeat(62), guid })).toThrow(allowed);
    expect(() => windowsCertificateRequest(key, { deviceId: 'ä', guid })).toThrow(allowed);
  });
});

test('a modern request has a UTF8String, SHA-256 and client authentication', () => {
  const request = readCertificateRequest(modernCertificateRequest(key, { commonName: 'Gerät!1', deviceId }));
  expect(request).toMatchObject({ signatureValid: true, shape: 'modern', signature: { hash: 'sha256' } });
  expect(request.subject.rdns).toEqual([[{ type: 'CN', value: 'Gerät!1', encoding: 'UTF8String' }]]);
  expect(request.extensions.map(({ oid }) => oid)).toEqual([
    extensionOids.extendedKeyUsage,
    extensionOids.windowsDeviceId,
  ]);
});

test('a request whose signature was damaged is read, and its signature is not valid', () => {
  const damaged = Buffer.from(windowsCertificateRequest(key, { deviceId, guid }));
  damaged.writeUInt8(damaged.readUInt8(damaged.length - 1) ^ 1, damaged.length - 1);
  expect(readCertificateRequest(damaged)).toMatchObject({ signatureValid: false, shape: 'windows' });
});

test('what is no request is refused with the reason', () => {
  expect(() => readCertificateRequest(Buffer.from('PKCS'))).toThrow(UnreadableCertificateRequest);
  expect(() => readCertificateRequest(new Uint8Array())).toThrow(
    'not a PKCS #10 certificate request: request is missing at byte 0',
  );
});

test('random damage is read or refused, and never ends in another error', () => {
  const random = seededBytes('requests');
  const good = windowsCertificateRequest(key, { deviceId, guid });
  for (let round = 0; round < 1000; round += 1) {
    const copy = Buffer.from(good);
    copy[Buffer.from(random(2)).readUInt16BE() % copy.length] = random(1)[0] ?? 0;
    try {
      readCertificateRequest(copy);
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableCertificateRequest);
    }
  }
});
