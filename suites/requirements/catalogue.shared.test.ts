import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sharedFolder } from '../../harness/testing/shared-folder.ts';
import { loadCatalogue } from './catalogue.ts';

test('the catalogue names the rows of the survey in their order', () => {
  const survey = readFileSync(path.join(sharedFolder, 'protocol', 'requirements.md'), 'utf8');
  const ids = [...survey.matchAll(/^\| ([A-Z0-9]+-\d\d) \|/gm)].map(([, id]) => id);
  expect(loadCatalogue().map(({ id }) => id)).toEqual(ids);
});
