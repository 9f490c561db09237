import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { call } from './testing/io.ts';
import { createWorkspace } from './testing/workspace.ts';

const pkcs8 = { format: 'pem', type: 'pkcs8' } as const;
const ed25519 = generateKeyPairSync('ed25519');
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const privatePem = ed25519.privateKey.export(pkcs8).toString();
const publicPem = ed25519.publicKey.export({ format: 'pem', type: 'spki' }).toString();
const certificate = '-----BEGIN CERTIFICATE-----\nMII=\n-----END CERTIFICATE-----\n';

describe('a key that cannot be used ends with 2 before anything is judged', () => {
  test.each<[what: string, pem: string, message: RegExp]>([
    [
      'nothing',
      '',
      /key\.pem holds no PEM; expected a private key \(PKCS#8 in PEM, Ed25519, or EC on P-256\); make one with/,
    ],
    ['a public key', publicPem, /key\.pem holds "PUBLIC KEY"; expected a private key/],
    ['a certificate', certificate, /key\.pem holds "CERTIFICATE"; expected a private key/],
    ['RSA', rsa.privateKey.export(pkcs8).toString(), /is a key of RSA; allowed: Ed25519, or EC on P-256/],
    ['another curve', p384.privateKey.export(pkcs8).toString(), /is a key of EC on secp384r1; allowed/],
    [
      'SEC1',
      p256.privateKey.export({ format: 'pem', type: 'sec1' }).toString(),
      /older form "EC PRIVATE KEY"; convert it with: openssl pkcs8/,
    ],
    [
      'an encrypted key',
      ed25519.privateKey.export({ ...pkcs8, cipher: 'aes-256-cbc', passphrase: 'x' }).toString(),
      /is encrypted, and this tool asks for no passphrase/,
    ],
    ['a broken key', privatePem.replace(/\n(.{10})/, '\n'), /cannot be read as a private key/],
  ])('--sign with %s', async (_, pem, message) => {
    await using workspace = await createWorkspace();
    const key = await workspace.write('key.pem', pem);
    const { code, out, err } = await call(['run', '--sign', key, '--out', workspace.at('out')]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    const body = /-----\n([^-]{20})/.exec(pem)?.[1];
    if (body !== undefined) expect(err).not.toContain(body);
    expect([...(await workspace.files()).keys()]).toEqual(['key.pem']);
  });

  test('--sign with a file that is not there', async () => {
    expect(await call(['run', '--sign', '/nowhere/key.pem'])).toMatchObject({
      code: 2,
      err: 'mde-conformance: /nowhere/key.pem cannot be read: there is no such file\n',
    });
  });

  test.each<[what: string, pem: string, message: RegExp]>([
    [
      'the private key',
      privatePem,
      /--key: .* is a private key; verifying needs the public one: take the public half with/,
    ],
    ['a certificate', certificate, /--key: .* holds "CERTIFICATE"; expected a public key in PEM/],
    ['RSA', rsa.publicKey.export({ format: 'pem', type: 'spki' }).toString(), /--key: .* is a key of RSA; allowed/],
    ['a broken key', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n', /cannot be read as a public key/],
  ])('--key with %s', async (_, pem, message) => {
    await using workspace = await createWorkspace();
    const key = await workspace.write('key.pem', pem);
    const { code, err } = await call(['verify', workspace.at('.'), '--key', key]);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});
