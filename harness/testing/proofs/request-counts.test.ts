import { expect, test } from 'vitest';
import { scenarios } from '../../../suites/scenarios.ts';
import { requestCounts } from '../../../suites/request-counts.ts';
import { requestCountsSource } from './request-counts.ts';

test('the table counts the lines of each scenario, in the first session that has it', () => {
  const plan = ['one-two', 'hosts', 'never'];
  const first = ['session 1', 'hosts/a/1-get x', 'hosts/a/2-get z'];
  const source = requestCountsSource(plan, [first, ['session 2', 'one-two/b/1-probe y', 'hosts/a/1-get x']]);
  expect(source).toMatch(/= \{\n {2}'one-two': 1,\n {2}hosts: 2,\n\};\n$/);
});

test('the committed table lacks no scenario', () => {
  // How many devices leave at the end depends on the run.
  const counted = scenarios.filter(({ given }) => given !== 'cleanup');
  expect(Object.keys(requestCounts)).toEqual(counted.map(({ id }) => id));
});
