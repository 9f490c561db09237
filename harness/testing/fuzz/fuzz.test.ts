import fc from 'fast-check';
import { test } from 'vitest';
import { fuzzProperties } from './index.ts';

/** The same on each run; `npm run fuzz` takes others. */
const seed = 20260115;

test.each(fuzzProperties.map((each) => [each.holds, each] as const))('%s', async (_, { property, runs }) => {
  await fc.assert(await property(), { seed, numRuns: runs });
});
