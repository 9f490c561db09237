import { expect, test } from 'vitest';
import type { Departure } from '../../engine/rule/counterexample.ts';
import { answer, status } from '../../engine/rule/departures.ts';
import { referenceSession } from '../reference-run.ts';
import { assess } from '../../app/assess.ts';
import { contextItemVariants } from '../../../suites/enrollment/scenarios/context-item-variants.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { windows11Items } from '../../../suites/enrollment/windows-11-items.ts';
import { enrollmentRefusal } from '../../../suites/faults/enrollment-refusal.ts';
import { wrongPassword as wrongPasswordScenario } from '../../../suites/faults/scenarios/wrong-password.ts';
import { occasionOf } from '../../app/stored-session.ts';

/** Refusals that any request may meet, whatever is wrong with it or unusual about it. */
const refusals = {
  'a device cap': { as: 'fault', subcode: 'Authorization', errorType: 'DeviceCapReached' },
  'a license': { as: 'fault', subcode: 'Authorization', errorType: 'UserLicense' },
  maintenance: { as: 'fault', subcode: 'EnrollmentServer', errorType: 'InMaintenance' },
} as const;

const scenarios = [windowsEnrollment, contextItemVariants, wrongPasswordScenario];

async function verdictOn(departure: Departure) {
  const session = await referenceSession({ departures: [departure], scenarios });
  const checks = [windows11Items, enrollmentRefusal];
  const { verdict, exitCode, judgements } = assess(session, checks, occasionOf(session, 'live', ''));
  const [variant, negative] = judgements.map(({ outcome, reason }) => ({ outcome, reason }));
  return { verdict, exitCode, variant, negative };
}

const unrelated = {
  outcome: 'inconclusive',
  reason: expect.stringMatching(/^the server refused exchange \d+ because of its current state$/) as string,
};

test.for(Object.entries(refusals))('a wrong password that meets %s is not judged', async ([, refusal]) => {
  expect(await verdictOn(answer('issue fault', refusal))).toMatchObject({
    verdict: 'incomplete',
    exitCode: 3,
    variant: { outcome: 'passed' },
    negative: unrelated,
  });
});

test.for([429, 503])('a wrong password that meets HTTP %i is not judged', async (code) => {
  expect(await verdictOn(status('issue fault', code))).toMatchObject({
    verdict: 'incomplete',
    exitCode: 3,
    negative: unrelated,
  });
});

test.for(Object.entries(refusals))('a valid variant that meets %s is not judged', async ([, refusal]) => {
  const [{ asked = '' }] = windows11Items.counterexamples as unknown as readonly [{ readonly asked?: string }];
  expect(await verdictOn({ ...answer('issue', refusal), asked })).toMatchObject({
    verdict: 'incomplete',
    exitCode: 3,
    variant: unrelated,
    negative: { outcome: 'passed' },
  });
});
