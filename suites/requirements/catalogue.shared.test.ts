import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sharedFolder } from '../../harness/testing/shared-folder.ts';
import { loadCatalogue } from './catalogue.ts';

test('the catalogue names the rows of the survey in their order, and may have more', () => {
  const survey = readFileSync(path.join(sharedFolder, 'protocol', 'requirements.md'), 'utf8');
  const ids = [...survey.matchAll(/^\| ([A-Z0-9]+-\d\d) \|/gm)].map(([, id]) => id);
  const surveyed = new Set(ids);
  const known = loadCatalogue().map(({ id }) => id);
  expect(known.filter((id) => surveyed.has(id))).toEqual(ids);
});
