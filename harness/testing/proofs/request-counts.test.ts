import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../package-root.ts';
import { scenarios } from '../../../suites/scenarios.ts';
import { requestCounts } from '../../../suites/request-counts.ts';
import { generatedPaths } from './generated-paths.ts';
import { requestCountsSource } from './request-counts.ts';

const read = (file: string): string => readFileSync(path.join(packageRoot, file), 'utf8');

test('the table counts the lines of each scenario', () => {
  const source = requestCountsSource(['session 1', 'hosts/a/1-get x', 'one-two/b/1-probe y', 'hosts/a/2-get z']);
  expect(source).toMatch(/= \{\n {2}hosts: 2,\n {2}'one-two': 1,\n\};\n$/);
});

test('the committed table is that of the golden session, and lacks no scenario', () => {
  const digests = read(generatedPaths.digests).trimEnd().split('\n');
  expect(read(generatedPaths.requestCounts)).toBe(requestCountsSource(digests));
  expect(Object.keys(requestCounts)).toEqual(scenarios.map(({ id }) => id));
});
