import { expect, it } from 'vitest';
import { requirement } from '../../suites/requirements/catalogue.ts';
import { startingPoint } from './starting-point.ts';

const proof = 'a MUST needs the HRESULT with which a device fails, or a security reason';

it.each([
  ['a rule of a schema', 'DISC-02', 'MUST, the one level that DISC-02 allows'],
  ['a should', 'TOU-06', 'SHOULD, the one level that TOU-06 allows'],
  [
    'a rule that no document states',
    'ENR-13',
    `SHOULD, the weakest of MUST, SHOULD. No document states ENR-13: ${proof}`,
  ],
  ['a rule from memory', 'ENR-36', `MAY, the weakest of MUST, MAY. No document states ENR-36: ${proof}`],
  ['a MUST that is contradicted elsewhere', 'POL-16', 'SHOULD, the weakest of MUST, SHOULD'],
])('%s starts from the weakest level', (_, row, reason) => {
  expect(startingPoint(requirement(row)).reason).toBe(reason);
});

it.each([
  ['DISC-02', 'specification'],
  ['PROV-05', 'documentation'],
  ['ENR-13', 'windows'],
  ['POL-16', 'interoperability'],
])('the source of %s suggests %s as basis', (row, basis) => {
  expect(startingPoint(requirement(row)).basis).toBe(basis);
});
