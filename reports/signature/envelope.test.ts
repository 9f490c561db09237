import { createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isSignedBy, keyId, readEnvelope, signedManifest, signEnvelope, UnreadableEnvelope } from './envelope.ts';

const ed25519 = generateKeyPairSync('ed25519');
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** The test vector of secure-systems-lab/dsse, "protocol.md": P-256, the two numbers side by side. */
const vector = {
  payload: 'aGVsbG8gd29ybGQ=',
  payloadType: 'http://example.com/HelloWorld',
  signatures: [{ sig: 'A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA==' }],
};
const vectorKey = createPublicKey({
  format: 'jwk',
  key: {
    kty: 'EC',
    crv: 'P-256',
    x: numberOf('46950820868899156662930047687818585632848591499744589407958293238635476079160'),
    y: numberOf('5640078356564379163099075877009565129882514886557779369047442380624545832820'),
  },
});

test('the vector of the specification verifies', () => {
  expect(isSignedBy(readEnvelope(JSON.stringify(vector)), vectorKey)).toBe(true);
});

test.each([
  ['Ed25519', ed25519],
  ['P-256', p256],
])('%s: what is signed verifies by its key alone', (_, { privateKey, publicKey }) => {
  const text = signEnvelope('{"a":"ü"}', privateKey);
  const envelope = readEnvelope(text);
  expect(envelope.payload.toString()).toBe('{"a":"ü"}');
  expect(envelope.signatures[0]?.keyid).toBe(keyId(publicKey));
  expect(isSignedBy(envelope, publicKey)).toBe(true);
  for (const other of [ed25519, p256].filter((pair) => pair.publicKey !== publicKey))
    expect(isSignedBy(envelope, other.publicKey)).toBe(false);
  expect(isSignedBy({ ...envelope, payload: Buffer.from('{"a":"u"}') }, publicKey)).toBe(false);
  expect(isSignedBy({ ...envelope, payloadType: 'text/plain' }, publicKey)).toBe(false);
});

test('P-256 verifies in both forms, and in the alphabet of URLs', () => {
  const signed = Buffer.from('DSSEv1 1 t 1 x');
  for (const dsaEncoding of ['der', 'ieee-p1363'] as const) {
    const sig = sign('sha256', signed, { key: p256.privateKey, dsaEncoding }).toString('base64url');
    expect(isSignedBy(readEnvelope(envelopeOf('eA', sig)), p256.publicKey)).toBe(true);
  }
});

test('one of several signatures is enough', () => {
  const by = (key: KeyObject): unknown =>
    (JSON.parse(signEnvelope('x', key)) as { signatures: unknown[] }).signatures[0];
  const both = {
    ...(JSON.parse(signEnvelope('x', p256.privateKey)) as object),
    signatures: [by(p256.privateKey), by(ed25519.privateKey)],
  };
  expect(isSignedBy(readEnvelope(JSON.stringify(both)), ed25519.publicKey)).toBe(true);
});

describe('an envelope that cannot be read', () => {
  test.each([
    ['', 'it is not JSON'],
    ['[]', 'it is not a DSSE envelope'],
    ['{"payload":"eA=="}', 'it lacks /payloadType'],
    ['{"payloadType":"t","payload":"eA==","signatures":[]}', 'it lacks /signatures'],
    [envelopeOf('%', 'eA=='), '/payload is not base64'],
    [envelopeOf('x', 'eA=='), '/payload is not base64'],
    ['{"payloadType":"t","payload":"eA==","signatures":[1]}', '/signatures/0/sig is not base64'],
  ])('%s', (text, message) => {
    const reading = () => readEnvelope(text);
    expect(reading).toThrow(UnreadableEnvelope);
    expect(reading).toThrow(message);
    expect(signedManifest(text)).toBeUndefined();
  });

  test.each(['{}', 'null', '[]', '{"subject":[null,{"name":"manifest.json","digest":{"sha256":1}}]}', 'text'])(
    'or whose payload is %s, names no manifest',
    (payload) => {
      expect(signedManifest(envelopeOf(Buffer.from(payload).toString('base64'), 'eA=='))).toBeUndefined();
    },
  );
});

function envelopeOf(payload: string, sig: string): string {
  return JSON.stringify({ payloadType: 't', payload, signatures: [{ sig }] });
}

function numberOf(decimal: string): string {
  return Buffer.from(BigInt(decimal).toString(16).padStart(64, '0'), 'hex').toString('base64url');
}
