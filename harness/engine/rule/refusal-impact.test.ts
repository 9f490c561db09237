import { expect, test } from 'vitest';
import { missingRequest } from '../../../suites/discovery/missing-request.ts';
import { enrollmentRefusal } from '../../../suites/faults/enrollment-refusal.ts';
import { wrongPassword } from '../../../suites/faults/wrong-password.ts';
import { noteOf } from '../../app/assess.ts';
import { drivesFor } from '../../testing/drives.ts';
import { referenceSession } from '../../testing/reference-run.ts';
import { openDossier } from '../evidence/dossier.ts';
import { judge } from '../verdict/judge.ts';
import type { Check } from './check.ts';
import type { AnswerDeparture } from './counterexample.ts';
import type { Impact } from './impact.ts';

const page = { on: 'issue fault', deviation: 'wrong-password', answer: { as: 'html' } } as const;
const otherReason = { ...page, answer: { as: 'fault', subcode: 'Authorization' } } as const;
const acceptance = { ...page, answer: { as: 'control' } } as const;

test('a refusal of what a user does has the code of its answer, and never loses security', async () => {
  expect(await impactOn(enrollmentRefusal, page)).toMatchObject({ kind: 'breaks', hresult: '0x801901F4' });
  expect(await impactOn(wrongPassword, otherReason)).toMatchObject({ kind: 'breaks', hresult: '0x80180003' });
});

test('an accepted request has the impact of its check, and no code', async () => {
  for (const check of [enrollmentRefusal, wrongPassword]) {
    const impact = await impactOn(check, acceptance);
    expect(impact).toBe(check.impact);
    expect(impact.hresult).toBeUndefined();
  }
});

test('of a request that no Windows sends, nobody knows what a device would make of the refusal', async () => {
  const departure = { on: 'discover fault', deviation: 'request-missing', answer: { as: 'html' } } as const;
  const impact = await impactOn(missingRequest, departure);
  expect(impact).toEqual({
    kind: 'unknown',
    says: 'Windows sends no such request; whoever does learns no reason, or a wrong one',
  });
});

async function impactOn(check: Check, departure: AnswerDeparture): Promise<Impact> {
  using dossier = openDossier(await referenceSession({ scenarios: await drivesFor(check), departures: [departure] }));
  return judge(check, dossier, noteOf).impact;
}
