import { describe, expect, test } from 'vitest';
import { validatePath, type PathOptions, type PathVerdict } from '../path/validate.ts';
import type { WrittenExtension } from './extension-writer.ts';
import { disagreements } from './reader-disagreements.ts';
import { upwards, type Sample } from './reading.ts';
import { mintAuthority, mintLeaf, mintRoot, now, type Minted, type Wish } from './mint.ts';

/** A leaf, what is known beside it, and what is asked. */
export interface Chain {
  readonly leaf: Minted;
  readonly intermediates: readonly Minted[];
  readonly anchors: readonly Minted[];
  readonly demands?: Partial<PathOptions>;
}

/** Wishes for the certificates of a chain of three; those that are left out are as they should be. */
export interface ChainWish {
  readonly root?: Wish;
  readonly intermediate?: Wish;
  readonly leaf?: Wish;
  readonly demands?: Partial<PathOptions>;
}

/** Root, intermediate and leaf. */
export function chainOf({ root = {}, intermediate = {}, leaf = {}, demands = {} }: ChainWish = {}): Chain {
  const top = mintRoot(root);
  const middle = mintAuthority(top, intermediate);
  return { leaf: mintLeaf(middle, leaf), intermediates: [middle], anchors: [top], demands };
}

/** The same, made when it is called. */
export const chain =
  (wish: ChainWish = {}) =>
  (): Chain =>
    chainOf(wish);

/** A chain whose intermediate, or whose leaf, has these extensions. */
export const intermediateWith = (...extensions: readonly WrittenExtension[]): (() => Chain) =>
  chain({ intermediate: { with: extensions } });
export const leafWith = (...extensions: readonly WrittenExtension[]): (() => Chain) =>
  chain({ leaf: { with: extensions } });

/** The certificates of a chain for the readers to be compared on, each with the one above it as its issuer. */
export function samplesOfChain({ leaf, intermediates, anchors }: Chain): readonly Sample[] {
  return upwards([leaf, ...intermediates.toReversed(), ...anchors].map(({ certificate }) => certificate.der));
}

/** The verdict at the instant of the tests, for TLS clients unless the chain says otherwise. */
export function verdictOn({ leaf, intermediates, anchors, demands = {} }: Chain): PathVerdict {
  const certificates = (minted: readonly Minted[]): readonly Minted['certificate'][] =>
    minted.map(({ certificate }) => certificate);
  return validatePath(leaf.certificate, {
    anchors: certificates(anchors),
    intermediates: certificates(intermediates),
    at: now,
    purpose: 'client',
    ...demands,
  });
}

/** What is found, as `rule, role: field`, with `!` where it stops a device and `?` where it is a warning. */
export function found({ findings }: PathVerdict): string[] {
  return findings.map(({ rule, level, stopsDevice, certificate, field }) => {
    const mark = stopsDevice ? '!' : level === 'warning' ? '?' : '';
    return `${rule}${mark}, ${certificate.role}: ${field.replace('tbsCertificate.', '')}`;
  });
}

/** A chain that breaks a rule, all that is found on it, and the same chain with the rule kept. */
export type RuleCase = readonly [broken: () => Chain, finds: string | readonly string[], kept: () => Chain];

/**
 * Proves for each case that nothing is found where the rule is kept, and this much and no more where it is broken; and that both
 * readers of certificates say the same of each.
 */
export function testRules(title: string, cases: Readonly<Record<string, RuleCase>>): void {
  describe(title, () => {
    for (const [name, [broken, finds, kept]] of Object.entries(cases)) {
      test(name, async () => {
        const chains = { kept: kept(), broken: broken() };
        const good = verdictOn(chains.kept);
        expect(found(good)).toEqual([]);
        expect(good.valid).toBe(true);
        const bad = verdictOn(chains.broken);
        expect(found(bad)).toEqual([finds].flat());
        expect(bad.valid).toBe([finds].flat().every((finding) => finding.includes('?,')));
        const said = [...samplesOfChain(chains.kept), ...samplesOfChain(chains.broken)].map(disagreements);
        expect((await Promise.all(said)).flat()).toEqual([]);
      });
    }
  });
}
