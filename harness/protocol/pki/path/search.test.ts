import { expect, test } from 'vitest';
import { found, verdictOn, type Chain } from '../testing/chains.ts';
import { oid, sequence } from '../testing/der-writer.ts';
import { authorityKeyId, nameConstraints, named, subjectAltName } from '../testing/extension-writer.ts';
import { freshKey, keyIdOf, mintAuthority, mintLeaf, mintRoot, now, type Minted } from '../testing/mint.ts';
import { validatePath } from './validate.ts';
import { limits } from './work.ts';

const yesterday = new Date(now.getTime() - 86_400_000);
const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const namesOf = (chain: Chain): string[] => verdictOn(chain).path.map(({ subject }) => subject.toString());

test('a path is found whatever the order, and whatever lies beside it', () => {
  const root = mintRoot();
  const one = mintAuthority(root, { subject: 'CN=One' });
  const two = mintAuthority(one, { subject: 'CN=Two' });
  const leaf = mintLeaf(two);
  const beside = [mintRoot({ subject: 'CN=Other' }), mintAuthority(root, { subject: 'CN=Three' }), leaf, root];
  const chain = { leaf, intermediates: [...beside, one, two], anchors: [mintRoot({ subject: 'CN=Other' }), root] };
  expect(found(verdictOn(chain))).toEqual([]);
  expect(namesOf(chain)).toEqual(['CN=device.example.com', 'CN=Two', 'CN=One', 'CN=Root']);
});

test('an authority that is trusted ends the path, signed by itself or not', () => {
  const root = mintRoot();
  const middle = mintAuthority(root);
  const leaf = mintLeaf(middle);
  const chain = { leaf, intermediates: [root], anchors: [middle] };
  expect(found(verdictOn(chain))).toEqual([]);
  expect(namesOf(chain)).toEqual(['CN=device.example.com', 'CN=Intermediate']);
});

test('an anchor that another authority signed says by which key', () => {
  const anchor = mintAuthority(mintRoot(), { without: ['2.5.29.35'] });
  expect(found(verdictOn({ leaf: mintLeaf(anchor), intermediates: [], anchors: [anchor] }))).toEqual([
    'authority-key-identifier, trust anchor: extensions[authorityKeyIdentifier].keyIdentifier',
  ]);
});

test('a leaf that is trusted is a path of its own', () => {
  const leaf = mintLeaf(mintRoot());
  const alone = verdictOn({ leaf, intermediates: [], anchors: [leaf] });
  expect({ findings: alone.findings, length: alone.path.length }).toEqual({ findings: [], length: 1 });
});

test('of two certificates for one authority, the one is taken whose path is good', () => {
  const root = mintRoot();
  const key = freshKey();
  const good = mintAuthority(root, { key });
  const expired = mintAuthority(root, { key, until: yesterday });
  const stray = mintAuthority(mintRoot({ subject: 'CN=Nowhere' }), { key });
  const leaf = mintLeaf(good);
  for (const intermediates of [
    [expired, stray, good],
    [good, stray, expired],
  ]) {
    const { findings, path } = verdictOn({ leaf, intermediates, anchors: [root] });
    expect(findings).toEqual([]);
    expect(path[1]).toBe(good.certificate);
  }
});

test('a path that constraints forbid is left for one that they do not reach', () => {
  const [a, b] = [mintRoot({ subject: 'CN=A' }), mintRoot({ subject: 'CN=B' })];
  const strict = mintAuthority(a, { subject: 'CN=Strict', with: [nameConstraints([], [named.dns('no.example')])] });
  const key = freshKey();
  const forbidden = mintAuthority(strict, { key, with: [subjectAltName(named.dns('no.example'))] });
  const allowed = mintAuthority(b, { key, with: [subjectAltName(named.dns('no.example'))] });
  const leaf = mintLeaf(forbidden);
  const chain = { leaf, intermediates: [strict, forbidden, allowed], anchors: [a, b] };
  expect(found(verdictOn(chain))).toEqual([]);
  expect(namesOf(chain).at(-1)).toBe('CN=B');
  expect(found(verdictOn({ ...chain, anchors: [a] }))).toEqual([
    'name-constraints!, intermediate: extensions[subjectAltName][0]',
  ]);
});

test('where every path is wrong, the one is told of which the least is', () => {
  const root = mintRoot();
  const key = freshKey();
  const lint = mintAuthority(root, { key, serial: 0n });
  const worse = mintAuthority(root, { key, until: yesterday, serial: 0n });
  const chain = { leaf: mintLeaf(lint), intermediates: [worse, lint], anchors: [root] };
  expect(found(verdictOn(chain))).toEqual(['serial-number, intermediate: serialNumber']);
});

const lost = 'trust-anchor!, ';

test('a path that leads nowhere is followed as far as it goes', () => {
  const root = mintRoot();
  const middle = mintAuthority(root, { until: yesterday });
  const leaf = mintLeaf(middle);
  const other = mintRoot({ subject: 'CN=Other' });
  const verdict = (intermediates: readonly Minted[], anchors: readonly Minted[]) =>
    verdictOn({ leaf, intermediates, anchors });
  expect(found(verdict([root, middle], [other]))).toEqual([
    'validity!, intermediate: validity.notAfter',
    `${lost}intermediate: issuer`,
  ]);
  expect(verdict([root, middle], [other]).findings[1]?.message).toBe(
    'The path ends at "CN=Root", which is self-signed and not trusted',
  );
  expect(verdict([], [root]).findings.map(({ message }) => message)).toEqual([
    'The path ends at "CN=device.example.com", and no further certificate of its issuer "CN=Intermediate" is at hand',
  ]);
  expect(found(verdict([], []))).toEqual([`${lost}leaf: issuer`]);
});

test('a signature by another key is told as such', () => {
  const root = mintRoot();
  const middle = mintAuthority(root);
  const chain = { intermediates: [middle], anchors: [root] };
  const forged = verdictOn({ ...chain, leaf: mintLeaf(middle, { signer: freshKey() }) });
  expect(found(forged)).toEqual(['signature!, leaf: signatureValue']);
  expect(forged.findings[0]?.message).toBe('The signature of "CN=device.example.com" is not by "CN=Intermediate"');
  const stranger = mintAuthority(root, { signer: freshKey() });
  expect(found(verdictOn({ leaf: mintLeaf(stranger), intermediates: [stranger], anchors: [root] }))).toEqual([
    'signature!, intermediate: signatureValue',
  ]);
});

test('a signature that cannot be checked is not called wrong', () => {
  const root = mintRoot();
  const leaf = mintLeaf(root, { outerAlgorithm: sequence(oid('1.3.6.1.4.1.32473.9')) });
  const verdict = verdictOn({ leaf, intermediates: [], anchors: [root] });
  expect(found(verdict)).toEqual([
    'signature-algorithm, leaf: signatureAlgorithm',
    'unchecked-signature, leaf: signatureValue',
  ]);
  expect(verdict.findings[1]?.message).toBe(
    'The signature of "CN=device.example.com" cannot be checked here: its algorithm is 1.3.6.1.4.1.32473.9, by a key of "CN=Root"',
  );
});

test('of two roots of one name, the one whose key signed is taken', () => {
  const [impostor, root] = [mintRoot(), mintRoot()];
  const leaf = mintLeaf(root);
  expect(found(verdictOn({ leaf, intermediates: [], anchors: [impostor, root] }))).toEqual([]);
  expect(found(verdictOn({ leaf, intermediates: [], anchors: [impostor] }))).toEqual([
    'authority-key-identifier, leaf: extensions[authorityKeyIdentifier].keyIdentifier',
    'signature!, leaf: signatureValue',
  ]);
});

test('authorities that issue each other end the search instead of turning in it', () => {
  const [keyA, keyB] = [freshKey(), freshKey()];
  const names = { a: 'CN=A', b: 'CN=B' };
  const a = mintAuthority(mintRoot({ subject: names.b, key: keyB }), { subject: names.a, key: keyA });
  const b = mintAuthority(mintRoot({ subject: names.a, key: keyA }), { subject: names.b, key: keyB });
  const { findings, path } = verdictOn({ leaf: mintLeaf(a), intermediates: [a, b], anchors: [mintRoot()] });
  expect(findings.map(({ rule }) => rule)).toEqual(['trust-anchor']);
  expect(path).toHaveLength(3);
});

test('a path has a bounded length', () => {
  const root = mintRoot();
  const ladder: Minted[] = [];
  for (const n of range(limits.intermediates + 1)) {
    ladder.push(mintAuthority(ladder.at(-1) ?? root, { subject: `CN=${n}` }));
  }
  const verdict = (length: number) => {
    const used = ladder.slice(0, length);
    return found(verdictOn({ leaf: mintLeaf(used.at(-1) ?? root), intermediates: used, anchors: [root] }));
  };
  expect(verdict(limits.intermediates)).toEqual([]);
  expect(verdict(limits.intermediates + 1)).toEqual(['search-limit, intermediate: issuer']);
});

test('hundreds of certificates of one name and one key cost one signature', () => {
  const key = freshKey();
  const twins = range(300).map(() => mintRoot({ subject: 'CN=Twin', key }));
  const [first, ...others] = twins;
  const leaf = first && mintLeaf(first);
  if (!leaf) throw new Error('no twin');
  const { findings, effort } = verdictOn({ leaf, intermediates: others, anchors: [mintRoot()] });
  expect(findings.map(({ rule }) => rule)).toEqual(['trust-anchor']);
  expect(effort.steps).toBe(0);
  expect(effort.signatures).toBe(1);
  expect(verdictOn({ leaf, intermediates: others, anchors: [first] })).toMatchObject({ valid: true, findings: [] });
});

/** Levels of authorities, each certified by all of the level above: the number of paths is `width` to the power of `height`. */
function lattice(width: number, height: number, root: Minted): { readonly all: Minted[]; readonly last: Minted } {
  const all: Minted[] = [];
  let above = [root];
  for (const level of range(height)) {
    const issuers = above;
    const certificates = range(width).map(() => {
      const key = freshKey();
      return issuers.map((issuer) => mintAuthority(issuer, { subject: `CN=Level ${level}`, key }));
    });
    all.push(...certificates.flat());
    above = certificates.flatMap(([one]) => one ?? []);
  }
  return { all, last: above[0] ?? root };
}

test('a lattice of cross-signed authorities is searched within bounds, and its one good path is found', () => {
  const root = mintRoot();
  const { all, last } = lattice(2, 8, root);
  const good = verdictOn({ leaf: mintLeaf(last), intermediates: all, anchors: [root] });
  expect(good).toMatchObject({ valid: true, findings: [] });
  const strict = mintRoot({ key: root.key, with: [nameConstraints([], [named.directory('CN=Level 7')])] });
  const bad = verdictOn({ leaf: mintLeaf(last), intermediates: all, anchors: [strict] });
  expect(bad.findings.map(({ rule }) => rule)).toContain('name-constraints');
  expect(bad.effort.steps).toBeLessThanOrEqual(2 * limits.steps);
  expect(bad.effort.signatures).toBeLessThanOrEqual(limits.signatures);
});

test('a search that was cut short says so', () => {
  const root = mintRoot();
  const { all, last } = lattice(3, 9, root);
  const strict = mintRoot({ key: root.key, with: [nameConstraints([], [named.directory('CN=Level 8')])] });
  const { findings, effort } = verdictOn({ leaf: mintLeaf(last), intermediates: all, anchors: [strict] });
  expect(findings.map(({ rule }) => rule)).toContain('search-limit');
  expect(effort.steps).toBeLessThanOrEqual(2 * limits.steps);
});

test('candidates of one name with a key each are tried up to a bound', () => {
  const root = mintRoot({ subject: 'CN=Many' });
  const many = range(limits.signatures + 50).map(() => mintAuthority(root, { subject: 'CN=Many' }));
  const leaf = mintLeaf(mintRoot({ subject: 'CN=Many' }), { with: [authorityKeyId(keyIdOf(freshKey()))] });
  const { findings, effort } = verdictOn({ leaf, intermediates: many, anchors: [root] });
  expect(findings.map(({ rule }) => rule)).toContain('search-limit');
  expect(effort.signatures).toBe(limits.signatures);
});

test('more names and constraints than are compared make no valid path', () => {
  const bases = range(400).map((n) => named.dns(`d${n}.example`));
  const root = mintRoot({ with: [nameConstraints([named.dns('example')], bases)] });
  const names = range(400).map((n) => named.dns(`n${n}.example`));
  const { valid, findings, effort } = verdictOn({
    leaf: mintLeaf(root, { with: [subjectAltName(...names)] }),
    intermediates: [],
    anchors: [root],
  });
  expect(valid).toBe(false);
  expect(findings.map(({ rule }) => rule)).toEqual(['search-limit']);
  expect(effort.comparisons).toBeLessThanOrEqual(limits.comparisons);
});

test('a certificate that is given in several places counts once', () => {
  const root = mintRoot();
  const leaf = mintLeaf(root);
  const options = { anchors: [root.certificate, root.certificate], intermediates: [root.certificate], at: now };
  expect(validatePath(leaf.certificate, options)).toMatchObject({ valid: true, findings: [] });
});
