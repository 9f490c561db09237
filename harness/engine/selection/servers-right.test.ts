import { describe, expect, test } from 'vitest';
import { noteOf } from '../../app/assess.ts';
import { asThirdParty } from '../../testing/as-third-party.ts';
import { referenceSession } from '../../testing/reference-run.ts';
import { discoverAnswer } from '../../../suites/discovery/answer.ts';
import { discoverPolicies } from '../../../suites/discovery/scenarios/discover-policies.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { openDossier } from '../evidence/dossier.ts';
import { answer } from '../rule/departures.ts';
import type { Departure } from '../rule/counterexample.ts';
import { judge } from '../verdict/judge.ts';

describe('discovery/answer, in a third-party recording', () => {
  test('does not hold it against the server that a device offers none of its policies', async () => {
    expect(await outcome()).toBe('passed');
    expect(await outcome(answer('discover fault', { as: 'html' }))).toBe('passed');
  });

  test('is open where the only device offers what few devices do', async () => {
    const fault = answer('discover', { as: 'fault', subcode: 'Authentication' });
    expect(await outcomeOf([fault], (body) => body.includes('AuthPolicy>Certificate<'))).toBe('inconclusive');
  });

  test('is open where the server says what is wrong with the user or the device', async () => {
    const unlicensed = answer('discover', { as: 'fault', subcode: 'Authorization', errorType: 'DeviceNotSupported' });
    expect(await outcomeOf([unlicensed], isUsual)).toBe('inconclusive');
  });

  test('fails where the usual offer is refused without a reason, or the connection ends', async () => {
    const fault = answer('discover', { as: 'fault', subcode: 'Authentication' });
    expect(await outcomeOf([fault], isUsual)).toBe('failed');
    expect(await outcome({ on: 'discover fault', connection: 'close' })).toBe('failed');
  });
});

const isUsual = (body: string): boolean => body.includes('<AuthPolicy>OnPremise</AuthPolicy><AuthPolicy>Federated<');

function outcome(...departures: readonly Departure[]): Promise<string> {
  return outcomeOf(departures, () => true);
}

/** The outcome on the Discover requests whose body is `wanted`. */
async function outcomeOf(departures: readonly Departure[], wanted: (body: string) => boolean): Promise<string> {
  const { exchanges } = await referenceSession({ departures, scenarios: [windowsEnrollment, discoverPolicies] });
  const kept = asThirdParty(exchanges).filter(({ request }) => wanted(Buffer.from(request.body).toString()));
  using dossier = openDossier({ exchanges: kept.map((exchange, index) => ({ ...exchange, index })) });
  return judge(discoverAnswer, dossier, noteOf).outcome;
}
