import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createAuthority, poolAuthorityKeys } from '../build/authority.ts';
import { buildSignedData } from '../build/build-signed-data.ts';
import { readCertificateRequest, windowsCertificateRequest, withWrongSignature } from './certificate-request.ts';
import { poolKey } from '../build/keys.ts';
import { seededBytes } from '../build/seeded-bytes.ts';
import { readSignedData, UnreadableSignedData } from './signed-data.ts';

const signingTime = new Date('2026-01-15T09:30:00.000Z');
const authority = createAuthority({ now: () => signingTime, random: seededBytes('cms'), keys: poolAuthorityKeys() });
const key = poolKey(0);
const certificate = authority.issue(key.spki, { subject: [[{ type: 'CN', value: 'device' }]] });
const content = windowsCertificateRequest(poolKey(1), { deviceId: 'A'.repeat(32), guid: 'B9A1EFF2-7F0D-4E4D-8D22' });
const signed = await buildSignedData({ content, certificate, key, signingTime });

describe('the message that a device signs', () => {
  test('is read again: content, signer and time', () => {
    const read = readSignedData(signed);
    expect(read).toMatchObject({ signatureValid: true, signingTime, contentType: '1.2.840.113549.1.7.1' });
    expect(Buffer.compare(read.content, content)).toBe(0);
    expect(read.signer?.sha1).toBe(certificate.sha1);
    expect(readCertificateRequest(read.content)).toMatchObject({ signatureValid: true, shape: 'windows' });
  });

  test('is equal to the byte each time', async () => {
    expect(Buffer.compare(await buildSignedData({ content, certificate, key, signingTime }), signed)).toBe(0);
  });

  test('does not verify when its signature, its content or its key is another', async () => {
    expect(readSignedData(withWrongSignature(signed)).signatureValid).toBe(false);
    const at = Buffer.from(signed).indexOf(Buffer.from('A'.repeat(32)));
    const changed = signed.map((octet, index) => (index === at ? 0x42 : octet));
    expect(readSignedData(changed).signatureValid).toBe(false);
    const stolen = await buildSignedData({ content, certificate, key: poolKey(2), signingTime });
    expect(readSignedData(stolen)).toMatchObject({ signatureValid: false, signer: { sha1: certificate.sha1 } });
  });

  test('names a signer who did not come along', async () => {
    const other = authority.issue(key.spki, { subject: [[{ type: 'CN', value: 'second' }]] });
    const without = Buffer.from(await buildSignedData({ content, certificate: other, key, signingTime }));
    const at = without.indexOf(Buffer.from(other.der));
    certificate.der.forEach((octet, index) => (without[at + index] = octet));
    expect(readSignedData(without)).toMatchObject({ signatureValid: false });
    expect(readSignedData(without).signer).toBeUndefined();
  });
});

const detached = await buildSignedData({ content, certificate, key, signingTime, isDetached: true });

describe('a signature that travels beside its content', () => {
  test('verifies over that content alone', () => {
    expect(readSignedData(detached, content)).toMatchObject({
      signatureValid: true,
      signingTime,
      signer: { sha1: certificate.sha1 },
    });
    expect(readSignedData(detached, content.subarray(1)).signatureValid).toBe(false);
    expect(Buffer.from(detached).includes(Buffer.from(content))).toBe(false);
  });

  test('is not read for a message that holds its content, nor the other way', () => {
    expect(() => readSignedData(detached)).toThrow('eContent');
    expect(() => readSignedData(signed, content)).toThrow('holds a content, which has to travel beside it');
  });
});

test('what is no signed message is refused with the reason', () => {
  expect(() => readSignedData(content)).toThrow(UnreadableSignedData);
  expect(() => readSignedData(new Uint8Array())).toThrow('not a PKCS #7 signed message: message is missing at byte 0');
});

test('random damage is read or refused, and never ends in another error', () => {
  const random = seededBytes('damaged messages');
  for (let round = 0; round < 1000; round += 1) {
    const copy = Buffer.from(signed);
    copy[Buffer.from(random(2)).readUInt16BE() % copy.length] = random(1)[0] ?? 0;
    try {
      readSignedData(copy);
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableSignedData);
    }
  }
});

const present = spawnSync('openssl', ['version']).status === 0;

describe.skipIf(!present)(`OpenSSL as second opinion${present ? '' : ' (skipped: there is no openssl here)'}`, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pki-cms-'));
  const file = (name: string, bytes: string | Uint8Array = ''): string => {
    const target = path.join(folder, name);
    if (bytes.length > 0) writeFileSync(target, bytes);
    return target;
  };
  const openssl = (...words: readonly string[]): number | null => spawnSync('openssl', words).status;
  const trust = ['-CAfile', file('trust.pem', authority.root.pem + authority.intermediate.pem), '-purpose', 'any'];
  // The day on which the message was signed.
  const then = ['-attime', String(signingTime.getTime() / 1000)];
  const verify = (der: Uint8Array): number | null =>
    openssl('cms', '-verify', '-inform', 'DER', '-in', file('in.p7', der), '-out', file('out'), ...trust, ...then);

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('verifies what a device signs, up to the root, and gives out its content', () => {
    expect(verify(signed)).toBe(0);
    expect(Buffer.compare(readFileSync(file('out')), content)).toBe(0);
  });

  test('verifies a signature beside its content', () => {
    const source = ['-inform', 'DER', '-in', file('detached.p7', detached), '-out', file('out')];
    const over = (bytes: Uint8Array): number | null =>
      openssl('cms', '-verify', '-binary', '-content', file('beside', bytes), ...source, ...trust, ...then);
    expect(over(content)).toBe(0);
    expect(over(content.subarray(1))).not.toBe(0);
  });

  test('does not verify a wrong signature', () => {
    expect(verify(withWrongSignature(signed))).not.toBe(0);
  });

  test.for([
    ['with attributes', []],
    ['without attributes', ['-noattr']],
    ['with SHA-1', ['-md', 'sha1']],
    ['with SHA-512', ['-md', 'sha512']],
    ['with a key identifier for its signer', ['-keyid']],
    ['with RSASSA-PSS', ['-keyopt', 'rsa_padding_mode:pss']],
  ] as const)('its own message is verified: %s', ([, options]) => {
    const pem = key.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    const signer = ['-signer', file('device.pem', certificate.pem), '-inkey', file('device.key', pem)];
    const source = ['-binary', '-nodetach', '-outform', 'DER', '-in', file('content', content)];
    expect(openssl('cms', '-sign', ...source, '-out', file('openssl.p7'), ...signer, ...options)).toBe(0);
    const read = readSignedData(readFileSync(file('openssl.p7')));
    expect(read).toMatchObject({ signatureValid: true, signer: { sha1: certificate.sha1 } });
    expect(Buffer.compare(read.content, content)).toBe(0);
  });
});
