import { expect, test } from 'vitest';
import { found, verdictOn } from '../testing/chains.ts';
import {
  authorityInfoAccess,
  flagged,
  nameConstraints,
  named,
  subjectAltName,
  unknownExtension,
} from '../testing/extension-writer.ts';
import { mintLeaf, mintRoot } from '../testing/mint.ts';

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

test('control characters of a stranger reach nobody', () => {
  const root = mintRoot();
  const leaf = mintLeaf(root, { with: [subjectAltName(named.dns('a\u001b[31m.example'))] });
  const { findings } = verdictOn({ leaf, intermediates: [], anchors: [root] });
  expect(findings.map(({ message }) => message)).toEqual([
    '"CN=device.example.com" has the alternative name "a\\u{1b}[31m.example", which is no host name',
  ]);
});
