import { createLocalJWKSet, jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { poolKey } from '../../protocol/pki/build/keys.ts';
import { Secret } from '../../wire/redaction/secret.ts';
import { createEntraIssuer, publicJwkOf } from './entra-issuer.ts';
import { audienceOf, issuerOf } from './entra-target.ts';
import { tokenDefects } from './token-defect.ts';
import { issuerDocuments, keySetPath } from './issuer-documents.ts';
import { listenAsIssuer } from './issuer-listener.ts';

const { privateKey } = poolKey(10);
const settings = {
  tenant: '7f1c2d3e-4a5b-4c6d-8e7f-901234567890',
  audience: 'https://mdm.contoso.example',
  clientId: '3c2b1a09-8f7e-4d6c-9b5a-0123456789ab',
  key: new Secret('secret', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
};
const now = new Date('2026-01-15T09:30:00.000Z');
const textOf = (token: Secret): string => token.revealTo(() => undefined);

describe.each([1, 2] as const)('a token of version %i', (version) => {
  const expected = {
    issuer: issuerOf(settings, version),
    audience: audienceOf(settings, version),
    algorithms: ['RS256'],
    currentDate: now,
  };

  test('is verified by an independent library, by the key set of the issuer', async () => {
    const issuer = await createEntraIssuer(settings, () => now);
    const keys = createLocalJWKSet({ keys: [{ ...(await publicJwkOf(settings, privateKey)) }] });
    const token = textOf(await issuer.token({ version, user: 'user@contoso.example' }));
    const { payload } = await jwtVerify(token, keys, expected);
    expect(payload).toMatchObject({ tid: settings.tenant, ver: `${version}.0`, scp: 'mdm_delegation' });
    expect(payload['upn']).toBe(version === 1 ? 'user@contoso.example' : undefined);
    expect(payload['deviceid']).toBeUndefined();
  });

  test.each(tokenDefects)('with the defect %s is refused', async (defect) => {
    const issuer = await createEntraIssuer(settings, () => now);
    const keys = createLocalJWKSet({ keys: [{ ...(await publicJwkOf(settings, privateKey)) }] });
    const token = textOf(await issuer.token({ version, user: 'user@contoso.example' }, defect));
    await expect(jwtVerify(token, keys, expected)).rejects.toThrow();
  });
});

test('no two tokens are equal, and a device is named where there is one', async () => {
  const issuer = await createEntraIssuer(settings, () => now);
  const subject = { version: 2, user: 'user@contoso.example', deviceId: 'd' } as const;
  const [one, other] = [textOf(await issuer.token(subject)), textOf(await issuer.token(subject))];
  expect(one).not.toBe(other);
  expect(Buffer.from(one.split('.')[1] ?? '', 'base64url').toString()).toContain('"deviceid":"d"');
});

describe('the documents of an issuer', () => {
  test('are served on loopback, and nothing else is', async () => {
    const jwk = await publicJwkOf(settings, privateKey);
    await using listener = await listenAsIssuer(0, (origin) => issuerDocuments(settings, [jwk], origin));
    const metadata = await fetch(`${listener.origin}/${settings.tenant}/v2.0/.well-known/openid-configuration`);
    const { issuer, jwks_uri: uri } = (await metadata.json()) as Record<string, string>;
    expect(issuer).toBe(issuerOf(settings, 2));
    expect(uri).toBe(`${listener.origin}${keySetPath}`);
    expect(await (await fetch(uri ?? '')).json()).toEqual({ keys: [jwk] });
    expect((await fetch(`${listener.origin}/other`)).status).toBe(404);
    expect((await fetch(`${listener.origin}${keySetPath}`, { method: 'POST', body: 'x' })).status).toBe(405);
  });

  test('hold no private part of the key', async () => {
    const jwk = await publicJwkOf(settings, privateKey);
    expect(Object.keys(jwk).toSorted()).toEqual(['alg', 'e', 'issuer', 'kid', 'kty', 'n', 'use']);
  });
});
