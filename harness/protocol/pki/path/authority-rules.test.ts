import { expect, test } from 'vitest';
import { extensionOids as oids } from '../read/extensions.ts';
import { chain, chainOf, found, testRules, verdictOn, type Chain } from '../testing/chains.ts';
import { integer, sequence } from '../testing/der-writer.ts';
import { basicConstraints, extendedKeyUsage, keyUsage, purposes, valued } from '../testing/extension-writer.ts';
import { mintAuthority, mintLeaf, mintRoot, now, type Minted, type Wish } from '../testing/mint.ts';
import { validatePath } from './validate.ts';

const good = chain();
const intermediate = (wish: Wish) => chain({ intermediate: wish });

testRules('authorities', {
  'an intermediate without the CA bit': [
    intermediate({ with: [basicConstraints(false)] }),
    ['ca-bit!, intermediate: extensions[basicConstraints].cA', 'key-usage, intermediate: extensions[keyUsage]'],
    good,
  ],
  'an intermediate without basicConstraints': [
    intermediate({ without: [oids.basicConstraints] }),
    ['ca-bit!, intermediate: extensions[basicConstraints]', 'key-usage, intermediate: extensions[keyUsage]'],
    good,
  ],
  'a root without basicConstraints, and one from before there were': [
    chain({ root: { without: [oids.basicConstraints] } }),
    ['ca-bit!, trust anchor: extensions[basicConstraints]', 'key-usage, trust anchor: extensions[keyUsage]'],
    chain({ root: { version: 1, extensions: [] } }),
  ],
  'an intermediate that may not sign certificates': [
    intermediate({ with: [keyUsage('cRLSign', 'digitalSignature')] }),
    'certificate-signing!, intermediate: extensions[keyUsage]',
    intermediate({ with: [keyUsage('keyCertSign')] }),
  ],
  'a root that may not sign certificates': [
    chain({ root: { with: [keyUsage('digitalSignature')] } }),
    'certificate-signing!, trust anchor: extensions[keyUsage]',
    chain({ root: { with: [keyUsage('digitalSignature', 'keyCertSign')] } }),
  ],
  'a root with a key usage of no bit': [
    chain({ root: { with: [keyUsage()] } }),
    ['certificate-signing!, trust anchor: extensions[keyUsage]', 'key-usage, trust anchor: extensions[keyUsage]'],
    good,
  ],
  'a path length beside a key that may not sign': [
    intermediate({ with: [keyUsage('cRLSign')], pathLength: 0 }),
    [
      'certificate-signing!, intermediate: extensions[keyUsage]',
      'basic-constraints, intermediate: extensions[basicConstraints].pathLenConstraint',
    ],
    intermediate({ pathLength: 0 }),
  ],
  'an intermediate without key usage': [
    intermediate({ without: [oids.keyUsage] }),
    'key-usage, intermediate: extensions[keyUsage]',
    good,
  ],
  'a root without key usage, and a leaf without': [
    chain({ root: { without: [oids.keyUsage] } }),
    'key-usage, trust anchor: extensions[keyUsage]',
    chain({ leaf: { without: [oids.keyUsage] } }),
  ],
  'a leaf that is no authority and may sign certificates': [
    chain({ leaf: { with: [basicConstraints(false), keyUsage('digitalSignature', 'keyCertSign')] } }),
    'key-usage, leaf: extensions[keyUsage]',
    chain({ leaf: { with: [basicConstraints(false)] } }),
  ],
  'a leaf that is no authority and has a path length': [
    chain({ leaf: { with: [valued(basicConstraints(false), sequence(integer(0)))] } }),
    'basic-constraints, leaf: extensions[basicConstraints].pathLenConstraint',
    chain({ leaf: { without: [oids.basicConstraints] } }),
  ],
});

/** A chain of authorities below a root, and a leaf at its end; each wish is one of them. */
function ladder(...wishes: readonly Wish[]): () => Chain {
  return () => {
    const [rootWish = {}, ...others] = wishes;
    const root = mintRoot(rootWish);
    const intermediates: Minted[] = [];
    for (const [index, wish] of others.entries()) {
      intermediates.push(
        mintAuthority(intermediates.at(-1) ?? root, { subject: `CN=Authority ${index + 1}`, ...wish }),
      );
    }
    return { leaf: mintLeaf(intermediates.at(-1) ?? root), intermediates, anchors: [root] };
  };
}

const tooLong = (role: string): string => `path-length!, ${role}: extensions[basicConstraints].pathLenConstraint`;
const depth = (chainFrom: () => Chain, maxDepth: number) => (): Chain => ({ ...chainFrom(), demands: { maxDepth } });
const twice = { subject: 'CN=Authority 1' };

testRules('path lengths', {
  'an authority below one that allows none': [
    ladder({}, { pathLength: 0 }, { pathLength: 0 }),
    tooLong('intermediate'),
    ladder({}, { pathLength: 0 }),
  ],
  'three where the second allows none': [
    ladder({}, { pathLength: 1 }, { pathLength: 0 }, { pathLength: 0 }),
    [tooLong('intermediate'), tooLong('intermediate')],
    ladder({}, { pathLength: 2 }, { pathLength: 1 }, { pathLength: 0 }),
  ],
  'a root that allows none': [ladder({ pathLength: 0 }, {}), tooLong('trust anchor'), ladder({ pathLength: 0 })],
  'a length that grows again counts for nothing': [
    ladder({}, { pathLength: 1 }, { pathLength: 2 }, {}),
    tooLong('intermediate'),
    ladder({}, { pathLength: 1 }, { pathLength: 2 }),
  ],
  'those that issued themselves are not counted': [
    ladder({}, { pathLength: 1 }, { pathLength: 1 }, { pathLength: 0 }),
    tooLong('intermediate'),
    ladder({}, { pathLength: 1 }, { pathLength: 1, ...twice }, { pathLength: 0 }),
  ],
  'a depth of none': [depth(ladder({}, {}), 0), 'max-depth, intermediate: subject', depth(ladder({}), 0)],
  'a depth of one': [
    depth(ladder({}, {}, {}, {}), 1),
    'max-depth, intermediate: subject',
    depth(ladder({}, {}, twice), 1),
  ],
});

test('a path length binds what is below, not the leaf, which may be an authority itself', () => {
  const root = mintRoot();
  const middle = mintAuthority(root, { pathLength: 0 });
  const leaf = mintAuthority(middle, { subject: 'CN=Last', pathLength: 0 });
  expect(verdictOn({ leaf, intermediates: [middle], anchors: [root] })).toMatchObject({ valid: true, findings: [] });
});

testRules('purposes', {
  'a leaf for servers only': [
    chain({ leaf: { with: [extendedKeyUsage(purposes.server)] } }),
    'purpose!, leaf: extensions[extendedKeyUsage]',
    chain({ leaf: { without: [oids.extendedKeyUsage] } }),
  ],
  'a leaf for clients only, asked as a server': [
    chain({ leaf: { with: [extendedKeyUsage(purposes.client)] }, demands: { purpose: 'server' } }),
    'purpose!, leaf: extensions[extendedKeyUsage]',
    chain({ leaf: { with: [extendedKeyUsage(purposes.client)] } }),
  ],
  'a leaf for another purpose, and for any': [
    chain({ leaf: { with: [extendedKeyUsage('1.3.6.1.5.5.7.3.3')] } }),
    'purpose!, leaf: extensions[extendedKeyUsage]',
    chain({ leaf: { with: [extendedKeyUsage(purposes.any)] } }),
  ],
  'an intermediate for servers': [
    intermediate({ with: [extendedKeyUsage(purposes.server)] }),
    'purpose!, intermediate: extensions[extendedKeyUsage]',
    intermediate({ with: [extendedKeyUsage(purposes.client)] }),
  ],
  'a root for servers': [
    chain({ root: { with: [extendedKeyUsage(purposes.server)] } }),
    'purpose!, trust anchor: extensions[extendedKeyUsage]',
    chain({ root: { with: [extendedKeyUsage(purposes.server, purposes.client)] } }),
  ],
  'a key that may not do what its purpose needs': [
    chain({ leaf: { with: [keyUsage('keyEncipherment')] } }),
    'key-purpose, leaf: extensions[keyUsage]',
    chain({ leaf: { with: [keyUsage('keyAgreement')] } }),
  ],
  'a server may encipher its key': [
    chain({ leaf: { with: [keyUsage('dataEncipherment')] }, demands: { purpose: 'server' } }),
    'key-purpose, leaf: extensions[keyUsage]',
    chain({ leaf: { with: [keyUsage('keyEncipherment')] }, demands: { purpose: 'server' } }),
  ],
});

test('without a purpose, extended key usages are not looked at', () => {
  const { leaf, intermediates, anchors } = chainOf({ leaf: { with: [extendedKeyUsage('1.2.3')] } });
  expect(found(verdictOn({ leaf, intermediates, anchors }))).toEqual(['purpose!, leaf: extensions[extendedKeyUsage]']);
  const certificates = (minted: readonly Minted[]) => minted.map(({ certificate }) => certificate);
  const options = { anchors: certificates(anchors), intermediates: certificates(intermediates), at: now };
  expect(validatePath(leaf.certificate, options)).toMatchObject({ valid: true, findings: [] });
});
