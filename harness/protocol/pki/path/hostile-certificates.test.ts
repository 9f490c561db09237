import { expect, test } from 'vitest';
import { found, verdictOn } from '../testing/chains.ts';
import { hex, integer, tlv } from '../testing/der-writer.ts';
import {
  authorityInfoAccess,
  authorityKeyId,
  flagged,
  nameConstraints,
  named,
  subjectAltName,
  unknownExtension,
} from '../testing/extension-writer.ts';
import { freshKey, mintAuthority, mintLeaf, mintRoot, type Minted, type Wish } from '../testing/mint.ts';

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

test('a certificate of a million mistakes is told of by a hundred, each of bounded length', () => {
  const root = mintRoot();
  const names = range(100_000).map(() => named.dns('.'));
  const leaf = mintLeaf(root, { subject: `CN=${'x'.repeat(200_000)}`, with: [subjectAltName(...names)] });
  const { findings } = verdictOn({ leaf, intermediates: [], anchors: [root] });
  expect(findings).toHaveLength(100);
  expect(Math.max(...findings.map((finding) => JSON.stringify(finding).length))).toBeLessThan(3000);
});

test('no number of mistakes hides what stops a device', () => {
  const root = mintRoot();
  const lints = range(300).map(() => flagged(authorityInfoAccess, true));
  const leaf = mintLeaf(root, { with: [...lints, unknownExtension(true)] });
  const all = found(verdictOn({ leaf, intermediates: [], anchors: [root] }));
  expect(all).toHaveLength(101);
  expect(all.at(-1)).toBe('critical-extension!, leaf: extensions[1.3.6.1.4.1.32473.7]');
});

test('long names are compared with many constraints within bounds', () => {
  const subtrees = range(900).map((n) => named.directory(`O=${n}`));
  const root = mintRoot({ with: [nameConstraints([], [...subtrees, named.dns(`${'y'.repeat(5000)}.example`)])] });
  const leaf = mintLeaf(root, {
    subject: `CN=${'x'.repeat(500_000)}`,
    with: [subjectAltName(named.dns('a.example'), ...range(50).map((n) => named.directory(`CN=${n},O=z`)))],
  });
  const { findings } = verdictOn({ leaf, intermediates: [], anchors: [root] });
  expect(findings.map(({ rule }) => rule).sort()).toEqual(['name-constraints', 'name-constraints-form']);
});

/** One name and one key, certified many times: as many paths, none of which leads into another. */
const manyIssuers = (root: Minted, wish: Wish): readonly [Minted, ...Minted[]] => {
  const key = freshKey();
  const mintOne = (): Minted => mintAuthority(root, { key, ...wish });
  return [mintOne(), ...range(400).map(mintOne)];
};

test('many names are not listed again for each of many issuers', () => {
  const root = mintRoot();
  const intermediates = manyIssuers(root, { with: [nameConstraints([named.dns('b.example')])] });
  const names = range(50_000).map(() => named.dns('a.example'));
  const leaf = mintLeaf(intermediates[0], { with: [subjectAltName(...names)] });
  const { findings } = verdictOn({ leaf, intermediates, anchors: [root] });
  expect(findings.map(({ rule }) => rule)).toEqual(['search-limit']);
});

test('many issuers in a key identifier are not compared again with each of many', () => {
  const root = mintRoot();
  const intermediates = manyIssuers(root, {});
  const issuers = range(10_000).map((n) => named.directory(`CN=${n}`));
  const keyId = hex(intermediates[0].certificate.subjectKeyId ?? '');
  const leaf = mintLeaf(intermediates[0], { with: [authorityKeyId(keyId, tlv(0xa1, ...issuers), integer(5, 0x82))] });
  const [first] = verdictOn({ leaf, intermediates, anchors: [root] }).findings;
  expect(first?.message).toBe(
    '"CN=device.example.com" names the issuer "CN=0" or one of 9999 others as that of its issuer, which has "CN=Root"',
  );
});

test('control characters of a stranger reach nobody', () => {
  const root = mintRoot();
  const leaf = mintLeaf(root, { with: [subjectAltName(named.dns('a\u001b[31m.example'))] });
  const { findings } = verdictOn({ leaf, intermediates: [], anchors: [root] });
  expect(findings.map(({ message }) => message)).toEqual([
    '"CN=device.example.com" has the alternative name "a\\u{1b}[31m.example", which is no host name',
  ]);
});
