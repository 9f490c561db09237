import { expect, test } from 'vitest';
import { missingRequest } from '../../../suites/discovery/missing-request.ts';
import { discoverRefusals } from '../../../suites/discovery/scenarios/discover-refusals.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { wrongPassword as mistyped } from '../../../suites/faults/scenarios/wrong-password.ts';
import { enrollmentRefusal } from '../../../suites/faults/enrollment-refusal.ts';
import { wrongPassword } from '../../../suites/faults/wrong-password.ts';
import { noteOf } from '../../app/assess.ts';
import { referenceSession } from '../../testing/reference-run.ts';
import { openDossier } from '../evidence/dossier.ts';
import { judge } from '../verdict/judge.ts';
import type { Check } from './check.ts';
import type { Departure } from './counterexample.ts';
import { behaves } from './departures.ts';
import type { Impact } from './impact.ts';

const drives = [windowsEnrollment, mistyped, discoverRefusals];
const page: Departure = { on: 'issue fault', answer: { as: 'html' } };
const otherReason: Departure = { on: 'issue fault', answer: { as: 'fault', subcode: 'Authorization' } };

test('a refusal of what a user does has the code of its answer, and never loses security', async () => {
  expect(await impactOn(enrollmentRefusal, page)).toMatchObject({ kind: 'breaks', hresult: '0x801901F4' });
  expect(await impactOn(wrongPassword, otherReason)).toMatchObject({ kind: 'breaks', hresult: '0x80180003' });
});

test('an accepted request has the impact of its check, and no code', async () => {
  expect(await impactOn(enrollmentRefusal, behaves({ acceptsAnyPassword: true }))).toEqual(enrollmentRefusal.impact);
  expect(enrollmentRefusal.impact).toMatchObject({ kind: 'security' });
  expect(enrollmentRefusal.impact.hresult).toBeUndefined();
});

test('of a request that no Windows sends, nobody knows what a device would make of the refusal', async () => {
  const departure: Departure = { on: 'discover fault', deviation: 'request-missing', answer: { as: 'html' } };
  expect(await impactOn(missingRequest, departure)).toEqual({
    kind: 'unknown',
    says: 'Windows sends no such request; whoever does learns no reason, or a wrong one',
  });
});

async function impactOn(check: Check, departure: Departure): Promise<Impact> {
  using dossier = openDossier(await referenceSession({ scenarios: drives, departures: [departure] }));
  const { outcome, impact } = judge(check, dossier, noteOf);
  expect(outcome).toBe('failed');
  return impact;
}
