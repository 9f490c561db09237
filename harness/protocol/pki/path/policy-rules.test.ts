import { expect, test } from 'vitest';
import { found, testRules, verdictOn, type Chain } from '../testing/chains.ts';
import {
  anyPolicy,
  certificatePolicies as policies,
  inhibitAnyPolicy,
  policyConstraints as constraints,
  policyMappings as mappings,
  type WrittenExtension,
} from '../testing/extension-writer.ts';
import { mintAuthority, mintLeaf, mintRoot, type Minted } from '../testing/mint.ts';

type Extensions = readonly WrittenExtension[];
const [gold, silver, bronze] = ['1.3.6.1.4.1.32473.1', '1.3.6.1.4.1.32473.2', '1.3.6.1.4.1.32473.3'];

/** A chain by the extensions of its certificates: root, authorities, leaf. */
const line =
  (...all: readonly Extensions[]) =>
  (): Chain =>
    lineWith((n) => `CN=Authority ${n}`, ...all);

function lineWith(nameOf: (n: number) => string, ...all: readonly Extensions[]): Chain {
  const root = mintRoot({ with: all[0] ?? [] });
  const intermediates: Minted[] = [];
  for (const [n, extensions] of all.slice(1, -1).entries()) {
    intermediates.push(mintAuthority(intermediates.at(-1) ?? root, { subject: nameOf(n), with: extensions }));
  }
  const leaf = mintLeaf(intermediates.at(-1) ?? root, { with: all.at(-1) ?? [] });
  return { leaf, intermediates, anchors: [root] };
}

const required = constraints(0);
const refused = (role: string): string => `policy, ${role}: extensions[certificatePolicies]`;

testRules('policies along a path', {
  'none where one is required': [
    line([], [policies(gold), required], []),
    refused('leaf'),
    line([], [policies(gold), required], [policies(gold)]),
  ],
  'another than the one above': [
    line([], [policies(gold), required], [policies(silver)]),
    refused('leaf'),
    line([], [policies(gold, silver), required], [policies(silver)]),
  ],
  'none in between': [
    line([], [policies(gold), constraints(1)], [], [policies(gold)]),
    refused('leaf'),
    line([], [policies(gold), constraints(1)], [policies(gold)], [policies(gold)]),
  ],
  'a requirement that begins later': [
    line([], [constraints(2)], [], []),
    refused('leaf'),
    line([], [constraints(3)], [], []),
  ],
  'a requirement of the leaf itself': [line([], [], [required]), refused('leaf'), line([], [], [constraints(1)])],
  'a requirement of the root': [
    line([required], [], [policies(gold)]),
    refused('intermediate'),
    line([required], [policies(gold)], [policies(gold)]),
  ],
  'any policy above, and below': [
    line([], [policies(anyPolicy), required], []),
    refused('leaf'),
    line([], [policies(anyPolicy), required], [policies(gold)]),
  ],
  'any policy that is inhibited': [
    line([], [policies(gold), required, inhibitAnyPolicy(0)], [policies(anyPolicy)]),
    refused('leaf'),
    line([], [policies(gold), required, inhibitAnyPolicy(1)], [policies(anyPolicy)]),
  ],
  'any policy that the root inhibits': [
    line([inhibitAnyPolicy(0), required], [policies(anyPolicy)], [policies(gold)]),
    refused('intermediate'),
    line([inhibitAnyPolicy(1), required], [policies(anyPolicy)], [policies(gold)]),
  ],
  'a policy that is mapped to another': [
    line([], [policies(gold), required, mappings([gold, silver])], [policies(gold)]),
    refused('leaf'),
    line([], [policies(gold), required, mappings([gold, silver], [gold, bronze])], [policies(bronze)]),
  ],
  'a policy that is mapped where any holds': [
    line([], [policies(anyPolicy), required, mappings([gold, silver])], []),
    refused('leaf'),
    line([], [policies(anyPolicy), required, mappings([gold, silver])], [policies(silver)]),
  ],
  'mapping that is inhibited': [
    line([], [constraints(0, 0), policies(gold)], [policies(gold), mappings([gold, silver])], [policies(silver)]),
    refused('leaf'),
    line([], [constraints(0, 1), policies(gold)], [policies(gold), mappings([gold, silver])], [policies(silver)]),
  ],
});

test('without a requirement, policies need not agree', () => {
  expect(found(verdictOn(line([], [policies(gold)], [policies(silver)])()))).toEqual([]);
});

test('those that issued themselves are not counted', () => {
  const extensions: readonly Extensions[] = [[], [constraints(2)], [], [], []];
  expect(found(verdictOn(lineWith((n) => `CN=Authority ${n}`, ...extensions)))).toEqual([refused('leaf')]);
  expect(found(verdictOn(lineWith(() => 'CN=Authority', ...extensions)))).toEqual([]);
});

test('many policies that are mapped to many cost no more than their number', () => {
  const ids = Array.from({ length: 60 }, (_, n) => `1.3.6.1.4.1.32473.${n}`);
  const all = ids.flatMap((from) => ids.map((to): [string, string] => [from, to]));
  const level: Extensions = [policies(...ids), mappings(...all)];
  const chain = lineWith((n) => `CN=Authority ${n}`, [required], level, level, level, level, level, level, [
    policies(...ids),
  ]);
  expect(found(verdictOn(chain))).toEqual([]);
});
