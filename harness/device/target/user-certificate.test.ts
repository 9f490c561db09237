import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { poolAuthorityKeys } from '../../protocol/pki/build/authority-keys.ts';
import { poolKey, serverPoolKey, userPoolKeys } from '../../protocol/pki/build/keys.ts';
import type { KeyPair } from '../../protocol/pki/build/keys.ts';
import { seededBytes } from '../../protocol/pki/build/seeded-bytes.ts';
import { createUserIdentity } from '../../protocol/pki/build/user-identity.ts';
import { privateKeyOf, resolveCertificate } from './user-certificate.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'mde-user-certificate-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const { certificate, key } = createUserIdentity({
  email: 'user@contoso.example',
  now: () => new Date('2026-01-15T09:30:00Z'),
  random: seededBytes('test'),
  keys: userPoolKeys(),
  authorityKeys: poolAuthorityKeys(),
});
writeFileSync(path.join(folder, 'user.pem'), certificate.pem);
const read = (keyFile: string, isNeeded = true) =>
  resolveCertificate({ certFile: 'user.pem', keyFile }, { folder, isNeeded });
const written = (name: string, text: string): string => {
  writeFileSync(path.join(folder, name), text);
  return name;
};
const pem = ({ privateKey }: KeyPair, options: { cipher?: string; passphrase?: string } = {}): string =>
  privateKey.export({ format: 'pem', type: 'pkcs8', ...options }).toString();

test('the certificate and the key of one pair are read, and the key is a secret', () => {
  const found = read(written('user.key', pem(key)));
  expect(found?.pem).toBe(certificate.pem);
  expect(JSON.stringify(found)).not.toContain(pem(key).slice(40, 80));
  expect(found && privateKeyOf(found.key.revealTo(() => undefined)).equals(key.privateKey)).toBe(true);
});

test.for([
  ['other.key', pem(poolKey(0)), /the key in "other.key" is not that of the certificate in "user.pem"/],
  ['curve.key', pem(serverPoolKey()), /holds a key of another kind than RSA/],
  ['none.key', certificate.pem, /holds no private key of RSA; expected PEM/],
  ['encrypted.key', pem(key, { cipher: 'aes-256-cbc', passphrase: 'x' }), /is encrypted; decrypt it first/],
  ['cut.key', `${pem(key).slice(0, 200)}\n-----END PRIVATE KEY-----\n`, /holds a private key that cannot be read/],
] as const)('a key in %s is refused', ([name, text, problem]) => {
  expect(() => read(written(name, text))).toThrow(problem);
  expect(read(name, false)).toBeUndefined();
});

test('a missing file is named by its field', () => {
  expect(() => read('nowhere.key')).toThrow(/"certificate.keyFile": cannot read the file \(ENOENT\)/);
});
