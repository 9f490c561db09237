import { describe, expect, test } from 'vitest';
import type { CoverageRow } from '../../harness/engine/verdict/results.ts';
import { loadCatalogue } from './catalogue.ts';
import { coverage } from './coverage.ts';

const catalogue = loadCatalogue();
const checks = [
  { id: 'discovery/auth-policy', requirements: ['DISC-02', 'DISC-18'] },
  { id: 'discovery/version', requirements: ['DISC-08'] },
  { id: 'discovery/sign-in', requirements: ['DISC-05', 'DISC-02'] },
  { id: 'discovery/not-run', requirements: ['DISC-03'] },
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
    const foreign = coverage(catalogue, [{ id: 'vendor/own', requirements: ['VENDOR-01'] }], []);
    expect(foreign.total).toEqual(coverage(catalogue, [], []).total);
  });
});

function sum(rows: readonly CoverageRow[]): readonly number[] {
  return (['total', 'verified', 'unjudged', 'planned', 'excluded'] as const).map((key) =>
    rows.reduce((count, row) => count + row[key], 0),
  );
}
