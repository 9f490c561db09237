import { expect, test } from 'vitest';
import { mintAuthority, mintLeaf, mintRoot } from '../../../harness/protocol/pki/testing/mint.ts';
import type { Certificate } from '../../../harness/protocol/pki/read/certificate.ts';
import type { Chain } from '../../evidence/chains.ts';
import { fittingChains } from '../size/fitting-parts.ts';
import { chainSection } from './chains.ts';

const root = mintRoot();
const authority = mintAuthority(root);
const leaf = mintLeaf(authority, { subject: 'CN=<b>device</b>' });

const chain = (certificates: readonly Certificate[], changes: Partial<Chain> = {}): Chain => ({
  title: 'TLS of mdm.example',
  exchanges: [3],
  beside: [],
  links: certificates.map((certificate) => ({ certificate, problems: [] })),
  ...changes,
});
const usual = [leaf, authority, root].map(({ certificate }) => certificate);
const subjectsIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(/<span class="subject">([^<]*)</g), ([, subject = '']) => subject);

test('without chains there is no section', () => {
  expect(chainSection([]).toString()).toBe('');
});

test('a chain hangs on its root, each name is text, and a word says that it is whole', () => {
  const text = chainSection([chain(usual)]).toString();
  expect(subjectsIn(text)).toEqual(['CN=Root', 'CN=Intermediate', 'CN=\\&lt;b\\&gt;device\\&lt;/b\\&gt;']);
  expect(text.match(/<ul/g)).toHaveLength(3);
  expect(text).toMatch(/✓<\/span> Whole/);
  expect(text).not.toContain('broken-link');
});

test('the broken link says what is wrong with it, and opens the chain', () => {
  const [end, ...above] = usual.map((certificate) => ({ certificate, problems: [] as readonly string[] }));
  if (!end) throw new Error('a chain has a leaf');
  const links = [{ ...end, problems: ['It has <expired>.'] }, ...above];
  const text = chainSection([chain(usual, { links })]).toString();
  expect(text).toMatch(/class="broken-link"[^]*CN=\\&lt;b\\&gt;device[^]*✕ It has &lt;expired&gt;\./);
  expect(text).toMatch(/<details class="chain-entry failed"\s+open/);
  expect(text).toMatch(/✕<\/span> Broken/);
});

test('an authority that was not sent has its place in the tree', () => {
  const text = chainSection([chain(usual.slice(0, 1))]).toString();
  expect(subjectsIn(text)).toEqual(['CN=Intermediate', 'CN=\\&lt;b\\&gt;device\\&lt;/b\\&gt;']);
  expect(text).toContain('is not among what was sent');
});

test('of a chain of 500 certificates stand the ends and the broken one, and how many are between', () => {
  const certificates = Array.from({ length: 500 }, (_, depth) => (depth === 499 ? root : authority).certificate);
  const links = certificates.map((certificate, depth) => ({
    certificate,
    problems: depth === 250 ? ['It is broken.'] : [],
  }));
  const { markup, cuts } = fittingChains([chain([], { links })]);
  const text = markup.toString();
  expect(subjectsIn(text)).toHaveLength(24);
  expect(subjectsIn(text)[0]).toBe('CN=Root');
  expect(text).toContain('It is broken.');
  expect(Array.from(text.matchAll(/(\d+) certificates between/g), ([, number]) => Number(number))).toEqual([248, 228]);
  expect(cuts).toEqual(['Of each chain all but 24 certificates: see session.har.']);
});

test('what was delivered besides is listed, and counted where it is too much', () => {
  const text = chainSection([chain(usual, { beside: Array.from({ length: 30 }, () => root.certificate) })]).toString();
  expect(text).toContain('Delivered besides');
  expect(text).toContain('6 further certificates: see session.har.');
});
