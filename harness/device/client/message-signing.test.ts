import { expect, test } from 'vitest';
import { poolAuthorityKeys } from '../../protocol/pki/build/authority-keys.ts';
import { createAuthority } from '../../protocol/pki/build/authority.ts';
import { poolKey } from '../../protocol/pki/build/keys.ts';
import { seededBytes } from '../../protocol/pki/build/seeded-bytes.ts';
import { parseName } from '../../protocol/pki/read/parse-name.ts';
import { readSignedData } from '../../protocol/pki/read/signed-data.ts';
import { signatureOf } from './message-signing.ts';

const authority = createAuthority({ now: () => new Date(), random: seededBytes('s'), keys: poolAuthorityKeys() });
const key = poolKey(0);
const leaf = authority.issue(key.spki, { subject: parseName('CN=device').rdns });

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
