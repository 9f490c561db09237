import { expect, test } from 'vitest';
import { poolAuthorityKeys } from '../../protocol/pki/build/authority-keys.ts';
import { createAuthority } from '../../protocol/pki/build/authority.ts';
import { poolKey } from '../../protocol/pki/build/keys.ts';
import { parseName } from '../../protocol/pki/read/parse-name.ts';
import { seededBytes } from '../../protocol/pki/build/seeded-bytes.ts';
import { asClientCertificate, certificateFor } from './held-certificate.ts';

const authority = createAuthority({ now: () => new Date(), random: seededBytes('m'), keys: poolAuthorityKeys() });
const key = poolKey(0);
const leaf = authority.issue(key.spki, { subject: parseName('CN=device').rdns });
const parm = (der: Uint8Array) => `<parm name="EncodedCertificate" value="${Buffer.from(der).toString('base64')}"/>`;
const document = (content: string) => Buffer.from(`<wap-provisioningdoc>${content}</wap-provisioningdoc>`);

test('the certificate of the device is the one for its key, whatever stands beside it', () => {
  const others = `${parm(Buffer.from('no certificate'))}${parm(authority.root.der)}${parm(authority.intermediate.der)}`;
  const held = certificateFor(key, document(`${others}${parm(leaf.der)}`));
  const shown = held && asClientCertificate(held);
  expect(shown?.certificate).toBe(leaf.pem + authority.intermediate.pem);
  expect(shown?.privateKey).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  expect(certificateFor(key, document(others))).toBeUndefined();
  expect(certificateFor(key, Buffer.from('no XML'))).toBeUndefined();
});
