import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../package-root.ts';
import { families } from './index.ts';
import { securityPage, securityPath } from './security-page.ts';
import { withTable } from './security-table.ts';

const names = families.flatMap(({ subject, title, rows }) => rows.map(({ name }) => `${title}: ${subject} ${name}`));

test('the table has more than 250 rows, none of them twice', () => {
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(250);
});

test('no row ends in an internal error', () => {
  expect(families.flatMap(({ rows }) => rows.filter(({ holds }) => holds.exit === 5))).toEqual([]);
});

test('docs/security.md holds the table as it is', async () => {
  expect(readFileSync(path.join(packageRoot, securityPath), 'utf8')).toBe(await securityPage());
});

test('a page without a place for the table is refused', () => {
  expect(() => withTable('# A page', families)).toThrow('the page lacks "<!-- table');
});
