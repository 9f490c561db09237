import { expect, test } from 'vitest';
import { poolAuthorityKeys } from '../../protocol/pki/build/authority-keys.ts';
import { createAuthority } from '../../protocol/pki/build/authority.ts';
import { poolKey } from '../../protocol/pki/build/keys.ts';
import { parseName } from '../../protocol/pki/read/parse-name.ts';
import { seededBytes } from '../../protocol/pki/build/seeded-bytes.ts';
import { asClientCertificate, certificateFor } from './held-certificate.ts';
import { readSignedData } from '../../protocol/pki/read/signed-data.ts';
import { managementAccount } from '../management/account.ts';
import { managementUrl } from './management.ts';
import { signatureOf } from './message-signing.ts';

const authority = createAuthority({ now: () => new Date(), random: seededBytes('m'), keys: poolAuthorityKeys() });
const key = poolKey(0);
const leaf = authority.issue(key.spki, { subject: parseName('CN=device').rdns });
const parm = (der: Uint8Array) => `<parm name="EncodedCertificate" value="${Buffer.from(der).toString('base64')}"/>`;
const document = (content: string) => Buffer.from(`<wap-provisioningdoc>${content}</wap-provisioningdoc>`);

test('the management server is where ADDR of the application says', () => {
  const application =
    '<characteristic type="APPLICATION"><parm name="ADDR" value=" https://m.example/s "/></characteristic>';
  expect(managementUrl(document(`<parm name="ADDR" value="https://other.example/"/>${application}`))).toBe(
    'https://m.example/s',
  );
  expect(managementUrl(document(''))).toBeUndefined();
  expect(managementUrl(Buffer.from('no XML'))).toBeUndefined();
});

test('the address of another application is not taken for it', () => {
  const application = (id: string, url: string) =>
    `<characteristic type="APPLICATION"><parm name="APPID" value="${id}"/><parm name="ADDR" value="${url}"/></characteristic>`;
  const both = application('w4', 'https://mms.example/') + application('w7', 'https://m.example/');
  expect(managementUrl(document(both))).toBe('https://m.example/');
});

test('the certificate of the device is the one for its key, whatever stands beside it', () => {
  const others = `${parm(Buffer.from('no certificate'))}${parm(authority.root.der)}${parm(authority.intermediate.der)}`;
  const held = certificateFor(key, document(`${others}${parm(leaf.der)}`));
  const shown = held && asClientCertificate(held);
  expect(shown?.certificate).toBe(leaf.pem + authority.intermediate.pem);
  expect(shown?.privateKey).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  expect(certificateFor(key, document(others))).toBeUndefined();
  expect(certificateFor(key, Buffer.from('no XML'))).toBeUndefined();
});

test.for([
  ['true', true],
  ['1', true],
  ['false', false],
  [undefined, false],
] as const)('RequireMessageSigning %s of its provider decides whether a device signs', ([value, isSigned]) => {
  const provider = (id: string, content: string): string =>
    `<characteristic type="DMClient"><characteristic type="Provider"><characteristic type="${id}">${content}</characteristic></characteristic></characteristic>`;
  const required = (text: string): string => `<parm name="RequireMessageSigning" value="${text}" datatype="boolean"/>`;
  const account =
    '<characteristic type="APPLICATION"><parm name="APPID" value="w7"/><parm name="PROVIDER-ID" value="A"/><parm name="ADDR" value="https://m.example/"/></characteristic>';
  const own = value === undefined ? '' : required(value);
  expect(
    managementAccount(document(`${account}${provider('B', required('true'))}${provider('A', own)}`)),
  ).toMatchObject({ isSigned });
});

test('a signature verifies over the body that it is beside, and an empty body has none', async () => {
  const held = { certificate: leaf, key, intermediates: '' };
  const now = (): Date => new Date('2026-01-15T09:30:00.000Z');
  const body = Buffer.from('<SyncML/>');
  const signer = { held, signing: undefined, now };
  const [[name, value] = ['', '']] = await signatureOf(body, signer);
  expect(name).toBe('MS-Signature');
  expect(value).toMatch(/^[A-Za-z0-9+/]+=*$/);
  expect(readSignedData(Buffer.from(value, 'base64'), body)).toMatchObject({
    signatureValid: true,
    signer: { sha1: leaf.sha1 },
    signingTime: now(),
  });
  expect(await signatureOf(new Uint8Array(), signer)).toEqual([]);
  expect(await signatureOf(body, { ...signer, held: undefined })).toEqual([]);
  expect(await signatureOf(body, { ...signer, signing: 'none' })).toEqual([]);
  const [[, changed] = ['', '']] = await signatureOf(body, { ...signer, signing: 'changed-body' });
  expect(readSignedData(Buffer.from(changed, 'base64'), body).signatureValid).toBe(false);
});
