import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../harness/package-root.ts';
import { readCatalogueFiles } from './catalogue-files.ts';
import { loadCatalogue, requirement, sourceText, UnknownRequirement } from './catalogue.ts';
import { checkedCatalogue } from './checked-catalogue.ts';
import { documents } from './documents.ts';
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

  test('has ids of their own, and loses no row', () => {
    const ids = loadCatalogue().map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(372);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('binds servers by MS-WSTEP where it says SHOULD', () => {
    expect([requirement('ENR-11').level, requirement('ENR-12').level]).toEqual(['SHOULD', 'SHOULD']);
  });

  test('knows every phase and every document', () => {
    expect(new Set(loadCatalogue().map(({ phase }) => phase))).toEqual(new Set(phases));
    const cited = new Set(loadCatalogue().flatMap(({ source }) => source.map(({ document }) => document)));
    expect(Object.keys(documents).filter((document) => !cited.has(document as keyof typeof documents))).toEqual([]);
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
