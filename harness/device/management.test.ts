import { expect, test } from 'vitest';
import { poolAuthorityKeys } from '../pki/authority-keys.ts';
import { createAuthority } from '../pki/authority.ts';
import { poolKey } from '../pki/keys.ts';
import { parseName } from '../pki/parse-name.ts';
import { seededBytes } from '../pki/seeded-bytes.ts';
import { clientCertificate, managementUrl } from './management.ts';

const authority = createAuthority({ now: () => new Date(), random: seededBytes('m'), keys: poolAuthorityKeys() });
const key = poolKey(0);
const leaf = authority.issue(key.spki, { subject: parseName('CN=device').rdns });
const parm = (der: Uint8Array) => `<parm name="EncodedCertificate" value="${Buffer.from(der).toString('base64')}"/>`;

const enrolled = (content: string) => ({
  document: Buffer.from(`<wap-provisioningdoc>${content}</wap-provisioningdoc>`),
  key,
});

test('the management server is where ADDR of the application says', () => {
  const application =
    '<characteristic type="APPLICATION"><parm name="ADDR" value=" https://m.example/s "/></characteristic>';
  expect(managementUrl(enrolled(`<parm name="ADDR" value="https://other.example/"/>${application}`))).toBe(
    'https://m.example/s',
  );
  expect(managementUrl(enrolled(''))).toBeUndefined();
  expect(managementUrl({ document: Buffer.from('no XML'), key })).toBeUndefined();
});

test('the certificate of the device is the one for its key, whatever stands beside it', () => {
  const others = `${parm(Buffer.from('no certificate'))}${parm(authority.root.der)}${parm(authority.intermediate.der)}`;
  const shown = clientCertificate(enrolled(`${others}${parm(leaf.der)}`));
  expect(shown?.certificate).toBe(leaf.pem + authority.root.pem + authority.intermediate.pem);
  expect(shown?.privateKey).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  expect(clientCertificate(enrolled(others))).toBeUndefined();
  expect(clientCertificate({ document: Buffer.from('no XML'), key })).toBeUndefined();
});
