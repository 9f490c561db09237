import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../harness/package-root.ts';
import { readCatalogueFiles } from './catalogue-files.ts';
import { loadCatalogue, requirement, sourceText, UnknownRequirement } from './catalogue.ts';
import { checkedCatalogue } from './checked-catalogue.ts';
import { documents } from './documents.ts';
import type { Requirement } from './requirement.ts';
import { phases } from './requirement.ts';

describe('the catalogue', () => {
  const files = readCatalogueFiles();

  test('keeps to its schema', () => {
    expect(checkedCatalogue(files)).toEqual(loadCatalogue());
  });

  test('is refused where a row does not keep to its schema', () => {
    const [row] = loadCatalogue();
    expect(() => checkedCatalogue([{ name: 'transport.yaml', rows: [row, { ...row, level: 'OUGHT' }] }])).toThrow(
      'transport.yaml, row 1/level: must be equal to one of the allowed values',
    );
  });

  test('has 372 rows, each with an id of its own', () => {
    const ids = loadCatalogue().map(({ id }) => id);
    expect(ids).toHaveLength(372);
    expect(new Set(ids).size).toBe(372);
  });

  test('binds servers as strongly as its source does, or as a document that its source does not name', () => {
    // MS-WSTEP says SHOULD of what ENR-11 and ENR-12 ask for; the source lists both as impl, which leaves 227 and 8 there.
    // RFC 5246 and RFC 8446 bind what the source lists as impl in TRN-06; docs/decisions/0018-kinds-of-must.md names twelve more such
    // rows, of which MUST is written of five. Nine rows are ours: seven that bind, and two that do not.
    expect(tally(({ level }) => level)).toEqual({
      impl: 227 - 3 - 12 + 2,
      MUST: 49 + 1 + 5 + 6,
      must: 50 + 7 + 1,
      schema: 14,
      SHOULD: 8 + 2,
      'must NOT': 6,
      'should NOT': 4,
      should: 3,
      'MUST NOT': 1,
      MAY: 1,
    });
    expect([requirement('ENR-11').level, requirement('ENR-12').level]).toEqual(['SHOULD', 'SHOULD']);
  });

  test('is as sure of its rows as its source is', () => {
    expect(tally(({ confidence }) => confidence)).toEqual({
      S: 197 + 1 + 14,
      I: 96 - 1 - 6,
      E: 22,
      'S!': 22,
      F: 16,
      M: 10 + 1,
    });
  });

  test('knows every phase and every document', () => {
    expect(new Set(loadCatalogue().map(({ phase }) => phase))).toEqual(new Set(phases));
    const cited = new Set(loadCatalogue().flatMap(({ source }) => source.map(({ document }) => document)));
    expect(Object.keys(documents).filter((document) => !cited.has(document as keyof typeof documents))).toEqual([]);
  });

  test('says how each row is verified', () => {
    expect(tally(({ verification }) => verification.by)).toEqual({
      check: 161 + 6,
      scenario: 129 + 3,
      capability: 67,
      environment: 5,
      'not-testable': 1,
    });
  });

  test('has a README that explains each open question it refers to', () => {
    const explained = new Set(
      [
        ...readFileSync(path.join(packageRoot, 'suites/requirements/README.md'), 'utf8').matchAll(/^\| (Q\d+) +\|/gm),
      ].map(([, id]) => id),
    );
    const referred = loadCatalogue().flatMap(({ question }) => (question ? [question.id] : []));
    expect(referred.filter((id) => !explained.has(id))).toEqual([]);
  });
});

describe('a requirement', () => {
  test('is found by its id', () => {
    expect(requirement('PROV-05').phase).toBe('provisioning');
  });

  test('that does not exist is a named error', () => {
    expect(() => requirement('PROV-99')).toThrow(UnknownRequirement);
    expect(() => requirement('PROV-99')).toThrow('There is no requirement "PROV-99"');
  });

  test('says where it is from in one line', () => {
    expect(sourceText(requirement('FLT-16'))).toBe('Field evidence; SOAP 1.2, Part 2, table 20 (second-hand)');
    expect(sourceText(requirement('ENV-01'))).toBe(
      'MS-WSTEP 15.0, section 2.1; MS-MDE2 18.0, section 2.1 (says SOAP 1.1)',
    );
  });
});

function tally(of: (row: Requirement) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of loadCatalogue()) counts[of(row)] = (counts[of(row)] ?? 0) + 1;
  return counts;
}
