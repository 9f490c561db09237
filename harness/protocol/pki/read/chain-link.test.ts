import { expect, test } from 'vitest';
import type { CertificateChange } from '../build/certificate-change.ts';
import { createAuthority, poolAuthorityKeys } from '../build/authority.ts';
import { buildChain, isSelfSigned, issuedBy } from './chain-link.ts';
import { poolKey } from '../build/keys.ts';
import { seededBytes } from '../build/seeded-bytes.ts';

function issue(change?: CertificateChange, root: CertificateChange = {}) {
  const authority = createAuthority({
    now: () => new Date('2026-03-01T12:00:00Z'),
    random: seededBytes('chain'),
    keys: poolAuthorityKeys(),
    changes: { root },
  });
  const leaf = authority.issue(poolKey(0).spki, { subject: [[{ type: 'CN', value: 'device' }]] }, change);
  return { leaf, intermediate: authority.intermediate, root: authority.root };
}

test('a chain goes from the leaf to the root, whatever the order of the candidates', () => {
  const { leaf, intermediate, root } = issue();
  expect(buildChain(leaf, [root, leaf, intermediate])).toEqual([leaf, intermediate, root]);
  expect(buildChain(leaf, [intermediate, root, intermediate])).toEqual([leaf, intermediate, root]);
});

test('a chain ends at the last issuer that is known', () => {
  const { leaf, intermediate, root } = issue();
  expect(buildChain(leaf, [root])).toEqual([leaf]);
  expect(buildChain(leaf, [intermediate])).toEqual([leaf, intermediate]);
  expect(buildChain(root, [intermediate, leaf])).toEqual([root]);
});

test('an issuer that fits by name alone is taken when no key fits, and the link tells', () => {
  const { leaf, intermediate, root } = issue({ otherSigner: true });
  expect(buildChain(leaf, [root, intermediate])).toEqual([leaf, intermediate, root]);
  expect(issuedBy(leaf, intermediate)).toEqual({ names: true, signature: false });
});

test('of two roots of one name, the one whose key signed is taken', () => {
  const { leaf, intermediate, root } = issue();
  const impostor = issue({}, { otherKey: true }).root;
  expect(buildChain(leaf, [intermediate, impostor, root])).toEqual([leaf, intermediate, root]);
});

test('certificates that issue each other end the chain instead of turning in it', () => {
  const { intermediate, root } = issue();
  const a = issue({ subject: 'CN=a', issuer: 'CN=b' }).leaf;
  const b = issue({ subject: 'CN=b', issuer: 'CN=a' }).leaf;
  expect(buildChain(a, [a, b, intermediate, root])).toEqual([a, b]);
});

test('a chain has at most ten certificates', () => {
  const many = Array.from({ length: 20 }, (_, n) => issue({ subject: `CN=${n}`, issuer: `CN=${n + 1}` }).leaf);
  const [first] = many;
  expect(first && buildChain(first, many)).toHaveLength(10);
});

test('only what names itself and signed itself is self-signed', () => {
  expect(isSelfSigned(issue().root)).toBe(true);
  expect(isSelfSigned(issue().intermediate)).toBe(false);
  expect(isSelfSigned(issue({}, { otherSigner: true }).root)).toBe(false);
});
