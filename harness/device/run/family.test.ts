import { expect, test } from 'vitest';
import { drive, refused, valid } from '../../testing/stub-server.ts';
import { discoverFamily, pathFamily } from './family.ts';

const twoStyles = pathFamily({
  id: 'styles',
  title: 'Two styles',
  variations: [
    { variant: 'With a comment', style: { comment: 'c' } },
    { variant: 'Cut off', deviations: ['malformed'], edits: [{ cut: 9 }] },
  ],
});

test('a path family drives its table on each message, with a device and two controls for each', async () => {
  const run = await drive({}, { scenarios: [twoStyles] });
  expect(run.driven).toEqual([
    'styles/discover-control-before',
    'styles/discover-with-a-comment',
    'styles/discover-cut-off',
    'styles/discover-control-after',
    'styles/get-policies-discover',
    'styles/get-policies-control-before',
    'styles/get-policies-with-a-comment',
    'styles/get-policies-cut-off',
    'styles/get-policies-control-after',
    'styles/issue-discover',
    'styles/issue-get-policies',
    'styles/issue-control-before',
    'styles/issue-with-a-comment',
    'styles/issue-cut-off',
    'styles/issue-control-after',
  ]);
  const flows = new Set(run.exchanges.map(({ label }) => label?.flow));
  expect([...flows]).toEqual(['styles-discover', 'styles-get-policies', 'styles-issue']);
});

test('a variation without deviations is a valid variant of the family, any other is not', async () => {
  const run = await drive({}, { scenarios: [twoStyles] });
  const labels = run.exchanges.slice(1, 3).map(({ label }) => [label?.variant, label?.family, label?.deviations]);
  expect(labels).toEqual([
    ['With a comment', 'styles', undefined],
    ['Cut off', undefined, ['malformed']],
  ]);
});

test('what the first control said is there for the variations of Discover', async () => {
  const family = discoverFamily({
    id: 'one',
    title: 'One',
    variations: ({ services: { authPolicy } }) => [{ variant: `not ${authPolicy}`, authPolicies: ['Certificate'] }],
  });
  expect((await drive({}, { scenarios: [family] })).driven).toContain('one/not-onpremise');
});

test('nothing follows a first control that fails', async () => {
  const run = await drive({ ...valid, GetPolicies: refused }, { scenarios: [twoStyles] });
  expect(run.driven.slice(4)).toEqual([
    'styles/get-policies-discover',
    'styles/get-policies-control-before',
    'styles/issue-discover',
    'styles/issue-get-policies',
  ]);
});
