import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sharedFolder } from '../../testing/shared-folder.ts';
import { formatHresult } from '../faults/hresult.ts';
import { codes } from './table.ts';

test('the table holds every number of the survey of faults', () => {
  const text = readFileSync(path.join(sharedFolder, 'protocol', 'faults.md'), 'utf8');
  const listed = [...text.matchAll(/^\| (?:\d+ \| \w+ \| (?:[sa]: \| )?)?([08]0[0-9A-F]{6}) \|/gm)].map(
    ([, code]) => code,
  );
  expect(listed).toHaveLength(46);
  const known = new Set(codes.map(({ hresult }) => formatHresult(hresult).slice(2)));
  expect(listed.filter((code) => code === undefined || !known.has(code))).toEqual([]);
});
