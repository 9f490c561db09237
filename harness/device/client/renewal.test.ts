import { expect, test } from 'vitest';
import { createAuthority, poolAuthorityKeys } from '../../protocol/pki/build/authority.ts';
import { readCertificateRequest } from '../../protocol/pki/read/certificate-request.ts';
import { poolKey } from '../../protocol/pki/build/keys.ts';
import { seededBytes } from '../../protocol/pki/build/seeded-bytes.ts';
import { readSignedData } from '../../protocol/pki/read/signed-data.ts';
import type { Answer, HttpRequest } from '../../wire/exchange/exchange.ts';
import { createSecretRegister } from '../../wire/redaction/secret-register.ts';
import { answerWith } from '../../testing/stub-server.ts';
import { validate } from '../../protocol/xml/schema.ts';
import { parseXml } from '../../protocol/xml/tree.ts';
import { createDevice } from './device.ts';
import { certificateFor, readRenewalOffer } from './held-certificate.ts';
import type { HeldCertificate } from './held-certificate.ts';
import { createIdentity } from './identity.ts';
import { windows10 } from './profile.ts';
import type { RenewStep } from './renewal.ts';
import { targetOf } from '../target/target-description.ts';

const now = new Date('2026-01-15T09:30:00.000Z');
const url = 'https://mdm.contoso.example/Enroll';
const authority = createAuthority({ now: () => now, random: seededBytes('renewal'), keys: poolAuthorityKeys() });
const subject = [[{ type: 'CN', value: 'device' }]];
const held: HeldCertificate = {
  certificate: authority.issue(poolKey(0).spki, { subject }),
  key: poolKey(0),
  intermediates: authority.intermediate.pem,
};
const unsupported: Answer = { kind: 'broken', reason: 'unsupported', message: 'There is no TLS.' };

/** A device, what it sends, and how often it asked for a key. */
function device(answers: Answer | ((request: HttpRequest) => Answer) = answerWith('<Fault/>', 500)) {
  const sent: HttpRequest[] = [];
  const renewals: number[] = [];
  const own = createDevice({
    target: targetOf({ url, email: 'user@contoso.example', password: 'correct horse' }),
    reveal: createSecretRegister({}).reveal,
    send: (request) => {
      sent.push(request);
      return Promise.resolve(typeof answers === 'function' ? answers(request) : answers);
    },
    profile: windows10,
    identity: createIdentity('renewal', 'run', 1),
    takeKey: (_bits, _url, renewal = 0) => {
      renewals.push(renewal);
      return Promise.resolve(poolKey(renewal));
    },
    now: () => now,
    scenario: 'test',
    flow: 'test',
  });
  return { ...own, sent, renewals };
}

async function messageOf(step: RenewStep = {}): Promise<string> {
  const { renew, sent } = device();
  await renew(url, held, step);
  return Buffer.from(sent[0]?.body ?? []).toString();
}

const tokenIn = (message: string): string => /<wsse:BinarySecurityToken [^>]*>([^<]*)</.exec(message)?.[1] ?? '';

test('asks as Windows does by itself: Renew, PKCS #7 in single base64, no Security header, its certificate in the handshake', async () => {
  const { renew, sent } = device();
  await renew(url, held);
  const [request] = sent;
  const message = Buffer.from(request?.body ?? []).toString();
  expect(message).toContain('>http://docs.oasis-open.org/ws-sx/ws-trust/200512/Renew<');
  expect(message).toMatch(/ValueType="[^"]*wssecurity-secext-1\.0\.xsd#PKCS7"/);
  expect(message).not.toContain('wsse:Security>');
  const signed = readSignedData(Buffer.from(tokenIn(message), 'base64'));
  expect(signed).toMatchObject({ signatureValid: true, signingTime: now, signer: { sha1: held.certificate.sha1 } });
  const inside = readCertificateRequest(signed.content);
  expect(inside).toMatchObject({ signatureValid: true, shape: 'windows' });
  expect(Buffer.compare(inside.publicKey.spki, poolKey(1).spki)).toBe(0);
  const { certificate, privateKey } = request?.connection?.clientCertificate ?? {};
  expect(certificate).toBe(held.certificate.pem + authority.intermediate.pem);
  expect(privateKey).toMatch(/^-----BEGIN PRIVATE KEY-----/);
});

test('says of the device what a renewal repeats, and nothing of its adapters', async () => {
  const names = [...(await messageOf()).matchAll(/ContextItem Name="(\w+)"/g)].map(([, name]) => name);
  expect(names).toEqual([
    'HWDevID',
    'Locale',
    'OSEdition',
    'DeviceName',
    'DeviceID',
    'EnrollmentType',
    'DeviceType',
    'OSVersion',
    'ApplicationVersion',
  ]);
});

test.for<[string, RenewStep]>([
  ['by default', {}],
  ['with an empty password', { security: 'empty-password' }],
  ['with a password', { security: 'password' }],
  ['under the older ValueType', { valueType: 'enrollment' }],
  ['in double base64', { encoding: 'double' }],
  ['as a recovery', { requestType: 'Recovery' }],
])('its message follows the schema %s', async ([, step]) => {
  using tree = parseXml(Buffer.from(await messageOf(step)));
  expect(validate(tree, 'request-security-token')).toEqual([]);
});

test('the published form has a Timestamp of five minutes before an empty password', async () => {
  using tree = parseXml(Buffer.from(await messageOf({ security: 'empty-password' })));
  const [security] = tree.all('//wsse:Security');
  expect(security?.children.map(({ name }) => name)).toEqual(['Timestamp', 'UsernameToken']);
  expect(tree.text('//u:Created')).toBe('2026-01-15T09:30:00.000Z');
  expect(tree.text('//u:Expires')).toBe('2026-01-15T09:35:00.000Z');
  expect(tree.text('//wsse:Username')).toBe('user@contoso.example');
  expect(tree.text('//wsse:Password')).toBe('');
});

test('double base64 is the single one in base64 once more', async () => {
  const [single, double] = [await messageOf(), await messageOf({ encoding: 'double' })].map(tokenIn);
  expect(Buffer.from(double ?? '', 'base64').toString()).toBe(single);
});

test('tries again with the key that it has made, and makes another one when that has its certificate', async () => {
  const documentFor = (spki: Uint8Array): string => {
    const { der, sha1 } = authority.issue(spki, { subject });
    const encoded = Buffer.from(der).toString('base64');
    const certificate = `<characteristic type="${sha1}"><parm name="EncodedCertificate" value="${encoded}"/></characteristic>`;
    return `<wap-provisioningdoc><characteristic type="CertificateStore">${certificate}</characteristic></wap-provisioningdoc>`;
  };
  let isRefusing = true;
  const { renew, renewals } = device((request) => {
    if (isRefusing) return answerWith('<Fault/>', 500);
    const signed = readSignedData(Buffer.from(tokenIn(Buffer.from(request.body).toString()), 'base64'));
    const document = documentFor(readCertificateRequest(signed.content).publicKey.spki);
    const token = Buffer.from(document).toString('base64');
    return answerWith(
      `<RequestedSecurityToken><BinarySecurityToken>${token}</BinarySecurityToken></RequestedSecurityToken>`,
    );
  });
  expect(await renew(url, held)).toBeUndefined();
  isRefusing = false;
  const renewed = await renew(url, held);
  expect(renewals).toEqual([1]);
  expect(renewed?.intermediates).toBe(held.intermediates);
  if (renewed) await renew(url, renewed);
  expect(renewals).toEqual([1, 2]);
});

test('does not ask again where its certificate cannot be shown', async () => {
  const { renew, sent } = device(unsupported);
  await renew(url, held);
  await renew(url, held);
  expect(sent).toHaveLength(1);
});

test('an imitation says what the certificate says, for another key', async () => {
  const { certificate, key } = await device().imitate(held, url);
  const { issuer, subject: name, serial, notAfter } = held.certificate;
  expect([certificate.issuer.toString(), certificate.subject.toString()]).toEqual([issuer.toString(), name.toString()]);
  expect({ serial: certificate.serial, notAfter: certificate.notAfter }).toEqual({ serial, notAfter });
  expect(certificate.publicKey.spki).not.toEqual(held.certificate.publicKey.spki);
  expect(certificate.publicKey.spki).toEqual(new Uint8Array(key.spki));
  expect(certificate.signedBy(authority.intermediate)).toBe(false);
});

test('reads leniently what a document offers, and only the certificate of its own key', () => {
  const offer = (parms: string): Uint8Array =>
    Buffer.from(
      '<wap-provisioningdoc><characteristic type="CertificateStore"><characteristic type="My"><characteristic type="WSTEP">' +
        `<characteristic type="Renew">${parms}</characteristic></characteristic></characteristic></characteristic>` +
        '<characteristic type="Recovery"><parm name="AllowRecovery" value="true"/></characteristic></wap-provisioningdoc>',
    );
  const automatic = '<parm name="ROBOSupport" value=" TRUE "/>';
  expect(readRenewalOffer(offer(automatic))).toEqual({ automatic: true, recovery: true });
  expect(readRenewalOffer(offer(`${automatic}<parm name="ServerURL" value="https://a.example/"/>`))).toMatchObject({
    serverUrl: 'https://a.example/',
  });
  expect(readRenewalOffer(offer('<parm name="ROBOSupport" value="false"/>'))).toMatchObject({ automatic: false });
  expect(readRenewalOffer(Buffer.from('no XML'))).toEqual({ automatic: false, recovery: false });
  expect(certificateFor(poolKey(0), offer(automatic))).toBeUndefined();
  expect(certificateFor(poolKey(0), Buffer.from('no XML'))).toBeUndefined();
});
