import { expect, test } from 'vitest';
import { checks } from '../../../suites/index.ts';
import { nearMisses } from './near-misses.ts';

const ids = checks.map(({ id }) => id);

test.for([
  ['provisioning/thumprint', 'provisioning/thumbprint'],
  ['thumbprint', 'provisioning/thumbprint'],
  ['discovery/thumbprint', 'renewal/thumbprint'],
  ['discovery/newer-versions', 'discovery/newer-request-versions'],
])('who writes %s is told of %s', ([written = '', meant]) => {
  expect(nearMisses(written, ids)).toContain(meant);
});

test('nothing is near to what is like no id', () => {
  expect(nearMisses('x/qqqqqqqqqq', ids)).toEqual([]);
});
