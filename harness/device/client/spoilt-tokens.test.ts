import { describe, expect, test } from 'vitest';
import { meaningless, truncated, unprovenTokens, withOtherCharacter } from './spoilt-tokens.ts';

const part = (members: object): string => Buffer.from(JSON.stringify(members)).toString('base64url');
const jwt = (header: object): string => `${part(header)}.${part({ sub: 'user' })}.${'s'.repeat(43)}`;
const signed = jwt({ alg: 'RS256', typ: 'JWT' });

/** Where two texts of one length differ. */
const differences = (one: string, other: string): readonly number[] =>
  Array.from({ length: one.length }, (_, index) => index).filter((index) => one[index] !== other[index]);

describe('a token with one other character', () => {
  test.for([
    ['a JSON Web Token, in its signature', signed, signed.lastIndexOf('.') + 1],
    [
      'an assertion, in its signature',
      `<a><ds:SignatureValue>\n ${'A'.repeat(40)}\n</ds:SignatureValue><X509Certificate>${'B'.repeat(400)}</X509Certificate></a>`,
      24,
    ],
    ['an opaque text, in its longest word', `user=someone; key=${'x1'.repeat(20)}`, 18],
  ] as const)('%s', ([, token, from]) => {
    const changed = withOtherCharacter(token);
    const [at = -1, ...others] = differences(token, changed);
    expect([changed.length, others]).toEqual([token.length, []]);
    expect(at).toBeGreaterThan(from);
    expect(at).toBeLessThan(from + 42);
  });
});

test('a token is cut in half, and made up in its length', () => {
  expect(truncated('0123456789')).toBe('01234');
  expect(meaningless(signed)).toMatch(new RegExp(`^[0-9a-f]{${signed.length}}$`));
  expect(meaningless(signed)).toBe(meaningless(signed));
});

describe('a JSON Web Token that nobody signed', () => {
  test('keeps the signature with one more claim, or says none without one', () => {
    const { otherPayload = '', unsigned = '' } = unprovenTokens(signed) ?? {};
    const [, payload = '', signature] = otherPayload.split('.');
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual({
      sub: 'user',
      'mde-conformance': 'added',
    });
    expect(signature).toBe('s'.repeat(43));
    const [header = '', same, none] = unsigned.split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({ alg: 'none', typ: 'JWT' });
    expect([same, none]).toEqual([part({ sub: 'user' }), '']);
  });

  test('is not made of one that says none, of other texts, or of an encrypted one', () => {
    expect(unprovenTokens(jwt({ alg: 'none' }))?.unsigned).toBeUndefined();
    for (const text of ['opaque', 'a.b.c', `${signed}.x.y`, '']) expect(unprovenTokens(text)).toBeUndefined();
  });
});
