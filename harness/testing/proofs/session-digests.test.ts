import { expect, test } from 'vitest';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { referenceHar } from '../reference-run.ts';
import { differentParts, sessionDigests } from './session-digests.ts';

const run = { scenarios: [windowsEnrollment] };

test('the same run has the same digests, and each exchange its line', async () => {
  const har = await referenceHar(run);
  const digests = sessionDigests(har);
  expect(digests).toHaveLength(1 + har.log.entries.length);
  expect(sessionDigests(await referenceHar(run))).toEqual(digests);
});

test('an answer that differs is named, and no request', async () => {
  const before = sessionDigests(await referenceHar(run));
  const departures = [{ on: 'get-policies', header: 'X-Other', to: 'yes' }] as const;
  const after = sessionDigests(await referenceHar({ ...run, departures }));
  expect(differentParts(before, after)).toEqual(['the answer of windows-enrollment/windows/3-get-policies differs']);
});
