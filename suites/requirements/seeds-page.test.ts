import { describe, expect, test } from 'vitest';
import { topics } from '../../harness/protocol/topics/table.ts';
import { checks } from '../index.ts';
import { loadCatalogue } from './catalogue.ts';
import { seedDocuments, seedRows } from './testing/seeds-page.ts';

const folders = new Set(checks.map(({ id }) => `${id.slice(0, id.indexOf('/'))}/*`));
const known = new Set([...checks.map(({ id }) => id), ...folders, ...loadCatalogue().map(({ id }) => id)]);
const topicNames = topics.map(({ name }) => name);

describe.each(seedDocuments)('docs/seeds.md on %s', (document) => {
  const rows = seedRows(document);

  test('names checks, rows and topics that exist', () => {
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.flatMap(({ ids }) => ids).filter((id) => !known.has(id))).toEqual([]);
    expect(rows.flatMap((row) => row.topics).filter((name) => !topicNames.includes(name))).toEqual([]);
  });

  test('names for each heading a check, or says why there is none', () => {
    const judging = new Set([...checks.flatMap(({ id, requirements }) => [id, ...requirements]), ...folders]);
    const silent = rows.filter(({ ids, reason }) => !ids.some((id) => judging.has(id)) && reason === '');
    expect(silent.map(({ heading }) => heading)).toEqual([]);
  });
});

test('docs/seeds.md names every topic and every row of the device', () => {
  const rows = seedDocuments.flatMap(([document]) => seedRows(document));
  const named = new Set(rows.flatMap((row) => [...row.ids, ...row.topics]));
  const own = loadCatalogue().flatMap(({ id }) => (id.startsWith('DEV-') ? [id] : []));
  expect([...topicNames, ...own].filter((name) => !named.has(name))).toEqual([]);
});
