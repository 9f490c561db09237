import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { readDer } from '../der/der.ts';
import { compose } from '../testing/composed-certificate.ts';
import { hex, oid, sequence } from '../testing/der-writer.ts';
import { explicitKey, freshKey } from '../testing/mint.ts';
import { readCertificate } from './certificate.ts';
import { readPublicKey } from './public-key.ts';

const spkiOf = (key: Parameters<typeof createPublicKey>[0]): Buffer =>
  createPublicKey(key).export({ format: 'der', type: 'spki' });
const point = hex('0303000401');
const ecKey = '1.2.840.10045.2.1';

test.each([
  ['P-256', spkiOf(freshKey()), 'named', []],
  ['P-256 by its parameters', spkiOf(explicitKey()), 'explicit', ['explicit EC parameters in place of a named curve']],
  ['secp256k1 by its parameters', spkiOf(explicitKey('secp256k1')), 'explicit', [expect.any(String)]],
  [
    'parameters of somebody else',
    sequence(sequence(oid(ecKey), hex('0500')), point),
    'implicit',
    ['EC parameters that are neither a named curve nor explicit'],
  ],
  [
    'no parameters',
    sequence(sequence(oid(ecKey)), point),
    'unstated',
    ['key of an elliptic curve without EC parameters'],
  ],
  [
    'id-ecDH with explicit parameters',
    sequence(sequence(oid('1.3.132.1.12'), hex('3000')), point),
    'explicit',
    ['explicit EC parameters in place of a named curve'],
  ],
  ['RSA', spkiOf(generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey), undefined, []],
  ['Ed25519', spkiOf(generateKeyPairSync('ed25519').privateKey), undefined, []],
])('a key states its curve: %s', (_, spki, curve, notes) => {
  expect(readPublicKey(readDer(spki, 'key'), 'key').curve).toBe(curve);
  expect(readCertificate(compose({ spki })).nonStandard).toEqual(notes);
});

test.each([
  ['P-192', 192],
  ['secp521r1', 521],
  ['brainpoolP320r1', 320],
  ['sect571k1', 571],
  ['c2tnb191v1', 191],
  ['wap-wsg-idm-ecid-wtls1', 113],
])('%s has %i bits', (curve, bits) => {
  expect(readPublicKey(readDer(spkiOf(freshKey(curve)), 'key'), 'key').bits).toBe(bits);
});
