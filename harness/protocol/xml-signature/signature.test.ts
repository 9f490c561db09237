import { createPublicKey } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import { describe, expect, test } from 'vitest';
import { poolKey } from '../pki/build/keys.ts';
import { namespaces } from '../xml/namespaces.ts';
import { parseXml } from '../xml/tree.ts';
import { algorithms } from './algorithms.ts';
import { hasDigest, isSignedBy, readSignature } from './read-signature.ts';
import { signMessage, UnsignableMessage } from './sign-message.ts';
import type { SignatureForm } from './sign-message.ts';

const { privateKey, publicKey } = poolKey(0);
const signer = { key: privateKey, certificateId: 'uuid-1' };

/** A prefix that nothing uses tells the two readings of the digest apart. */
const message = [
  '<?xml version="1.0" encoding="utf-8"?>\r\n',
  `<s:Envelope xmlns:s="${namespaces.s}" xmlns:u="${namespaces.u}" xmlns:wst="urn:unused">`,
  `<s:Header><o:Security xmlns:o="${namespaces.wsse}"><u:Timestamp u:Id="_0">é &amp; <!-- c --></u:Timestamp>`,
  '</o:Security ></s:Header>\r\n<s:Body  b="&#9;"/></s:Envelope>',
].join('');

const verdict = (text: string, only?: string) => {
  using tree = parseXml(text);
  const [element] = tree.all('//ds:Signature');
  if (!element) return 'no signature';
  const signature = readSignature(element);
  const [reference] = signature.references;
  const covered = only === undefined ? undefined : tree.find(only);
  return {
    uri: reference?.uri,
    key: signature.keyUri,
    digest: reference !== undefined && hasDigest(tree, signature, reference, covered),
    value: isSignedBy(tree, signature, publicKey),
  };
};

const good = { uri: '', key: '#uuid-1', digest: true, value: true };

describe('a signed message', () => {
  test.for<SignatureForm>([{}, { reading: 'exclusive' }, { method: algorithms.rsaSha1 }])(
    'is verified by libxml2 and node:crypto: %o',
    (form) => {
      const signed = signMessage(message, signer, form);
      expect(verdict(signed)).toEqual(good);
      expect(signed.replace(/<Signature .*<\/Signature>/, '')).toBe(message);
    },
  );

  test('is verified by xml-crypto, in both readings', () => {
    for (const reading of ['inclusive', 'exclusive'] as const) {
      const signed = signMessage(message, signer, { reading });
      const [, element = ''] = /(<Signature .*<\/Signature>)/.exec(signed) ?? [];
      const other = new SignedXml({ publicCert: publicKey });
      other.loadSignature(element);
      expect(other.checkSignature(signed)).toBe(true);
    }
  });

  test('names its transforms and algorithms as MS-MDE2 does', () => {
    using tree = parseXml(signMessage(message, signer));
    const [element] = tree.all('//ds:Signature');
    expect(element?.parent?.name).toBe('Security');
    expect(element && readSignature(element)).toMatchObject({
      canonicalization: algorithms.exclusive,
      method: algorithms.rsaSha256,
      references: [{ transforms: [algorithms.enveloped], digestMethod: algorithms.sha256 }],
    });
  });

  test('has another digest in each reading', () => {
    const digests = (['inclusive', 'exclusive'] as const).map(
      (reading) => /<DigestValue>(.*?)</.exec(signMessage(message, signer, { reading }))?.[1],
    );
    expect(new Set(digests).size).toBe(2);
  });

  test('may cover one element only', () => {
    const at = '//u:Timestamp';
    const signed = signMessage(message, signer, { only: "//*[local-name()='Timestamp']" });
    expect(verdict(signed, at)).toEqual({ ...good, uri: '#_0' });
    expect(verdict(signed.replace('b="&#9;"', 'b=""'), at)).toEqual({ ...good, uri: '#_0' });
  });
});

describe('a message that was changed', () => {
  const signed = signMessage(message, signer);

  test('has another digest', () => {
    expect(verdict(signed.replace('é', 'e'))).toEqual({ ...good, digest: false });
  });

  test('has a signature that does not verify', () => {
    expect(verdict(signed.replace(/<SignatureValue>./, '<SignatureValue>/'))).toEqual({ ...good, value: false });
    expect(verdict(signed.replace('<Reference URI="">', '<Reference URI="#_0">'))).toMatchObject({ value: false });
  });

  test('may change in what is no part of its canonical form', () => {
    expect(verdict(signed.replaceAll('\r\n', '\n').replace('<!-- c -->', ''))).toEqual(good);
  });

  test('is not of another key', () => {
    using tree = parseXml(signed);
    const [element] = tree.all('//ds:Signature');
    expect(element && isSignedBy(tree, readSignature(element), createPublicKey(poolKey(1).privateKey))).toBe(false);
  });
});

test('a message without a Security header cannot be signed', () => {
  expect(() => signMessage('<a/>', signer)).toThrow(UnsignableMessage);
  expect(() => signMessage(message, signer, { only: '//nothing' })).toThrow(UnsignableMessage);
});
