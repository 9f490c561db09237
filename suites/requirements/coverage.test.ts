import { describe, expect, test } from 'vitest';
import type { CoverageRow } from '../../harness/engine/verdict/results.ts';
import { loadCatalogue } from './catalogue.ts';
import { coverage } from './coverage.ts';
import type { NamingCheck } from './coverage.ts';

const catalogue = loadCatalogue();
const checks: readonly NamingCheck[] = [
  { id: 'discovery/auth-policy', level: 'MUST', requirements: ['DISC-02', 'DISC-18'] },
  { id: 'discovery/version', level: 'MUST', requirements: ['DISC-08'] },
  { id: 'discovery/sign-in', level: 'MUST', requirements: ['DISC-05', 'DISC-02'] },
  { id: 'discovery/not-run', level: 'MUST', requirements: ['DISC-03'] },
];
const judgements = [
  { check: 'discovery/auth-policy', outcome: 'failed' },
  { check: 'discovery/version', outcome: 'inconclusive', reason: 'Discover was refused' },
  { check: 'discovery/sign-in', outcome: 'inapplicable', reason: 'AuthPolicy is OnPremise' },
] as const;

describe('coverage', () => {
  const result = coverage(catalogue, checks, judgements);
  const reasonOf = (id: string): string | undefined =>
    result.gaps.find(({ requirement }) => requirement === id)?.reason;

  test('adds up to the catalogue in every row and list', () => {
    expect(result.total.total).toBe(catalogue.length);
    for (const list of [[result.total], result.documents, result.phases]) {
      for (const row of list) expect(row.verified + row.unjudged + row.planned + row.excluded).toBe(row.total);
      expect(sum(list)).toEqual(sum([result.total]));
    }
  });

  test('counts a row as verified when one of its checks passed or failed', () => {
    expect(result.total.verified).toBe(2);
    expect(reasonOf('DISC-02')).toBeUndefined();
    expect(reasonOf('DISC-18')).toBeUndefined();
  });

  test('counts no row as verified by a check below its level', () => {
    const weaker = coverage(
      catalogue,
      [{ id: 'discovery/weak', level: 'SHOULD', requirements: ['DISC-02'] }],
      [{ check: 'discovery/weak', outcome: 'passed' }],
    );
    expect(weaker.total).toMatchObject({ verified: 0, attainable: 0, unjudged: 1 });
    expect(weaker.gaps.find(({ requirement }) => requirement === 'DISC-02')?.reason).toBe(
      'The row is MUST, and discovery/weak is SHOULD',
    );
  });

  test('counts no row as verified while one of its checks is open', () => {
    const parts: readonly NamingCheck[] = ['one', 'other'].map((id) => ({
      id,
      level: 'MUST',
      requirements: ['DISC-02'],
    }));
    const open = coverage(catalogue, parts, [
      { check: 'one', outcome: 'passed' },
      { check: 'other', outcome: 'inconclusive', reason: 'nothing came' },
    ]);
    expect(open.total).toMatchObject({ verified: 0, attainable: 1, unjudged: 1 });
  });

  test('names the check that came to no decision, and why', () => {
    expect(result.total.unjudged).toBe(3);
    expect(reasonOf('DISC-08')).toBe('discovery/version is inconclusive: Discover was refused');
    expect(reasonOf('DISC-05')).toBe('discovery/sign-in is inapplicable: AuthPolicy is OnPremise');
    expect(reasonOf('DISC-03')).toBe('discovery/not-run was not part of this run');
  });

  test('tells what is planned from what is out of reach', () => {
    expect(reasonOf('DISC-10')).toBe('A check is planned: Discover with 4.0, 4, 04.00 and +4.0');
    expect(reasonOf('MAM-01')).toBe(
      'Needs a server with MAM enrollment and an issuer of Microsoft Entra tokens that it trusts',
    );
  });

  test('has a gap for every row that is not verified', () => {
    expect(result.gaps).toHaveLength(catalogue.length - result.total.verified);
    expect(result.gaps.filter(({ reason }) => reason === '')).toEqual([]);
  });

  test('ignores checks on rows that the catalogue does not have', () => {
    const foreign = coverage(catalogue, [{ id: 'vendor/own', level: 'MUST', requirements: ['VENDOR-01'] }], []);
    expect(foreign.total).toEqual(coverage(catalogue, [], []).total);
  });
});

function sum(rows: readonly CoverageRow[]): readonly number[] {
  return (['total', 'verified', 'unjudged', 'planned', 'excluded'] as const).map((key) =>
    rows.reduce((count, row) => count + row[key], 0),
  );
}
