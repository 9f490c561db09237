import { expect, test } from 'vitest';
import { allowedLevels, loadCatalogue, requirement } from './catalogue.ts';

const cases = [
  ['a MUST of a specification', 'PROV-10', ['MUST']],
  ['a must of a documentation page', 'PROV-05', ['MUST']],
  ['a rule of a schema', 'DISC-02', ['MUST']],
  ['a should', 'TOU-06', ['SHOULD']],
  ['a MAY of which a part is an open question', 'FLT-12', ['SHOULD', 'MAY']],
  ['a rule that no document states', 'ENR-13', ['MUST', 'SHOULD']],
  ['a rule from memory', 'ENR-36', ['MUST', 'MAY']],
  ['a MUST that is contradicted elsewhere', 'POL-16', ['MUST', 'SHOULD']],
  ['a rule that an open question makes a warning', 'PROV-07', ['SHOULD']],
  ['a rule that an open question makes a failure', 'TRN-13', ['MUST']],
  ['a rule that an open question makes advice', 'REN-07', ['MAY']],
  ['a MUST of which a part is an open question', 'PROV-23', ['MUST', 'SHOULD']],
] as const;

for (const [name, id, levels] of cases) {
  test(`${name} allows ${levels.join(' and ')}`, () => {
    expect(allowedLevels(requirement(id))).toEqual(levels);
  });
}

test('every row allows at least one level', () => {
  expect(loadCatalogue().filter((row) => allowedLevels(row).length === 0)).toEqual([]);
});
