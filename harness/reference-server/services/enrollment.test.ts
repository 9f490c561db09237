import { describe, expect, test } from 'vitest';
import { modernCertificateRequest, windowsCertificateRequest } from '../../protocol/pki/read/certificate-request.ts';
import { readCertificate } from '../../protocol/pki/read/certificate.ts';
import { generateRsaKey, poolKey } from '../../protocol/pki/build/keys.ts';
import type { HttpResponse } from '../../wire/exchange/exchange.ts';
import { answerTo, provisioningIn, schemaIssues, subcodeOf, texts } from '../testing/answers.ts';
import {
  deviceKey,
  instant,
  modernCsr,
  testServer,
  tokenBody,
  tokenRequest,
  usernameToken,
} from '../testing/requests.ts';

const windowsCsr = windowsCertificateRequest(deviceKey, { deviceId: 'DEVICE1', guid: 'b9b3a1f0' });

function certificatesOf(answer: HttpResponse, store: string) {
  const path = `//characteristic[@type="${store}"]/characteristic/characteristic/parm[@name="EncodedCertificate"]/@value`;
  return texts(provisioningIn(answer), path).map((der) => readCertificate(Buffer.from(der, 'base64')));
}

function parm(answer: HttpResponse, name: string) {
  return texts(provisioningIn(answer), `//parm[@name="${name}"]/@value`)[0];
}

test('answers with one provisioning document, both valid against their schemas', async () => {
  const answer = await answerTo(tokenRequest());

  expect(answer.status).toBe(200);
  expect(schemaIssues(answer.body, 'request-security-token-response-collection')).toEqual([]);
  expect(schemaIssues(provisioningIn(answer), 'provisioning-document')).toEqual([]);
});

test('the Timestamp of the answer holds the present in its five minutes', async () => {
  const { body } = await answerTo(tokenRequest());
  const [created = '', expires = ''] = texts(body, '//u:Created|//u:Expires');
  expect(Date.parse(created)).toBeLessThan(instant.getTime());
  expect(Date.parse(expires) - Date.parse(created)).toBe(300_000);
});

test('certifies the key of the request below the root that it delivers', async () => {
  const answer = await answerTo(tokenRequest());
  const [root, intermediate, leaf] = ['Root', 'CA', 'My'].flatMap((store) => certificatesOf(answer, store));

  expect(leaf && Buffer.from(leaf.publicKey.spki).equals(deviceKey.spki)).toBe(true);
  expect(intermediate && leaf?.signedBy(intermediate)).toBe(true);
  expect(root && intermediate?.signedBy(root)).toBe(true);
});

test('certifies the request that Windows sends, without the NUL at the end of its name', async () => {
  const answer = await answerTo(tokenRequest({ body: tokenBody({ csr: windowsCsr }) }));
  const [leaf] = certificatesOf(answer, 'My');

  expect(leaf?.subject.toString()).toBe('CN=b9b3a1f0!DEVICE1');
  expect(parm(answer, 'SSLCLIENTCERTSEARCHCRITERIA')).toBe('Subject=CN%3Db9b3a1f0!DEVICE1&Stores=My%5CUser');
});

test('an EnrollmentType of Device goes to the store of the machine', async () => {
  const answer = await answerTo(tokenRequest({ body: tokenBody({ enrollmentType: 'Device' }) }));

  expect(texts(provisioningIn(answer), '//characteristic[@type="My"]/characteristic/@type')).toEqual([
    'System',
    'WSTEP',
  ]);
  expect(parm(answer, 'SSLCLIENTCERTSEARCHCRITERIA')).toBe('Subject=CN%3Ddevice-1&Stores=My%5CSystem');
});

test('says again what the device said of itself', async () => {
  const answer = await answerTo(tokenRequest());
  expect([parm(answer, 'EntDeviceName'), parm(answer, 'EntDMID'), parm(answer, 'UPN')]).toEqual([
    'Büro & Co',
    'DEVICE1',
    'user@example.com',
  ]);
});

test('enrolls a device that says nothing of itself', async () => {
  const body = tokenBody().replace(/<c:AdditionalContext.*<\/c:AdditionalContext>/, '');
  expect(parm(await answerTo(tokenRequest({ body })), 'EntDeviceName')).toBe('user@example.com_Windows');
});

test('the same request again gives another certificate', async () => {
  const server = testServer();
  const [one, other] = [await answerTo(tokenRequest(), server), await answerTo(tokenRequest(), server)];
  expect(certificatesOf(one, 'My')[0]?.serial).not.toBe(certificatesOf(other, 'My')[0]?.serial);
});

test('base64 with line breaks is read', async () => {
  const csr = Buffer.from(modernCsr).toString('base64');
  const body = tokenBody().replace(csr, `\r\n ${csr.replace(/.{64}/g, '$&\r\n')} `);
  expect((await answerTo(tokenRequest({ body }))).status).toBe(200);
});

describe('refuses', () => {
  const refused: Readonly<Record<string, readonly [() => string | Promise<string>, string]>> = {
    'a renewal, which it does not know': [() => tokenBody({ requestType: 'Renew' }), 'MessageFormat'],
    'a request to cancel': [() => tokenBody({ requestType: 'Cancel' }), 'MessageFormat'],
    'no RequestType': [() => tokenBody().replace(/<t:RequestType>.*<\/t:RequestType>/, ''), 'MessageFormat'],
    'no certificate request': [() => tokenBody().replace(/<o:Binary.*Token>(?=<c)/, ''), 'MessageFormat'],
    'what is not base64': [() => tokenBody().replace(/(<o:Binary[^>]*>)/, '$1?'), 'CertificateRequest'],
    'what is not PKCS#10': [() => tokenBody({ csr: Buffer.from('not a request') }), 'CertificateRequest'],
    'a signature that does not fit': [() => tokenBody({ csr: corrupted(modernCsr) }), 'CertificateRequest'],
    'a key of 1024 bits': [async () => tokenBody({ csr: await shortRequest() }), 'CertificateRequest'],
  };
  for (const [what, [body, subcode]] of Object.entries(refused)) {
    test(what, async () => {
      const answer = await answerTo(tokenRequest({ body: await body() }));
      expect(subcodeOf(answer)).toBe(subcode);
      expect(schemaIssues(answer.body, 'fault')).toEqual([]);
    });
  }
});

describe('behaves, when told to, like a server', () => {
  test('that takes any password', async () => {
    const server = testServer({ behaviour: { acceptsAnyPassword: true } });
    expect((await answerTo(tokenRequest({ security: usernameToken('wrong') }), server)).status).toBe(200);
  });
  test('that gives every device the same certificate', async () => {
    const server = testServer({ behaviour: { sharedCertificate: true } });
    const csr = modernCertificateRequest(poolKey(1), { commonName: 'device-2', deviceId: 'device-2' });
    const [one, other] = [
      await answerTo(tokenRequest(), server),
      await answerTo(tokenRequest({ body: tokenBody({ csr }) }), server),
    ];
    expect(certificatesOf(one, 'My')[0]?.sha1).toBe(certificatesOf(other, 'My')[0]?.sha1);
  });
  test('whose ASN.1 reader is too strict for Windows', async () => {
    const server = testServer({ behaviour: { refusesWindowsCsr: true } });
    expect(subcodeOf(await answerTo(tokenRequest({ body: tokenBody({ csr: windowsCsr }) }), server))).toBe(
      'CertificateRequest',
    );
    expect((await answerTo(tokenRequest(), server)).status).toBe(200);
  });
  test('whose certificates have expired', async () => {
    const server = testServer({ behaviour: { leaf: { notBeforeDays: -9, notAfterDays: -1 } } });
    expect(certificatesOf(await answerTo(tokenRequest(), server), 'My')[0]?.notAfter.getTime()).toBeLessThan(
      instant.getTime(),
    );
  });
  test('that takes a repeated MessageID for a replay', async () => {
    const server = testServer({ behaviour: { refusesRepeatedMessageId: true } });
    const answers = [await answerTo(tokenRequest(), server), await answerTo(tokenRequest(), server)];
    expect(answers.map(subcodeOf)).toEqual([undefined, 'InvalidSecurity']);
  });
});

function corrupted(der: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(der);
  copy[copy.length - 1] = (copy.at(-1) ?? 0) ^ 1;
  return copy;
}

async function shortRequest(): Promise<Uint8Array> {
  return modernCertificateRequest(await generateRsaKey(1024), { commonName: 'short', deviceId: 'short' });
}

test('answers a request of more than a megabyte', async () => {
  const items = '<c:ContextItem Name="Padding"><c:Value>some value or another value</c:Value></c:ContextItem>'.repeat(
    12_000,
  );
  const body = tokenBody().replace('</c:AdditionalContext>', `${items}</c:AdditionalContext>`);
  expect(body.length).toBeGreaterThan(1024 * 1024);
  expect((await answerTo(tokenRequest({ body }))).status).toBe(200);
});
