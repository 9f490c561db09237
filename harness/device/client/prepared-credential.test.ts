import { describe, expect, test } from 'vitest';
import { serverStates } from '../../../suites/faults/scenarios/server-states.ts';
import { secondUser } from '../../../suites/renewal/scenarios/second-user.ts';
import { openDossier } from '../../engine/evidence/dossier.ts';
import { referenceHar } from '../../testing/reference-run.ts';
import type { ReferenceRun } from '../../testing/reference-run.ts';
import { readRedactedHar, serialiseHar } from '../../wire/har/har.ts';

const deviceCap = serverStates.filter(({ state }) => state === 'device-cap');

async function driven(run: ReferenceRun) {
  const har = await referenceHar({ auth: 'federated', ...run });
  const session = readRedactedHar(har);
  using dossier = openDossier(session);
  return {
    steps: dossier.evidence.map(({ exchange, state }) => `${exchange.label?.name ?? ''} ${state}`),
    states: session.meta?.states,
    text: serialiseHar(har),
  };
}

describe('a prepared user of a server that takes tokens', () => {
  test('signs in for himself, and is refused for his state', async () => {
    const { steps, text } = await driven({ scenarios: deviceCap });
    expect(steps.slice(-5)).toEqual([
      'device-cap-sign-in-page page',
      'device-cap-sign-in-form success',
      'get-policies-in-state success',
      'issue-in-state fault',
      'control-after success',
    ]);
    expect(text).not.toMatch(/correct(?: |\+|%20)horse/);
    expect(text).not.toMatch(/eyJ/);
  });

  test('signs in on the device that he uses', async () => {
    const { steps } = await driven({ scenarios: [secondUser] });
    expect(steps.filter((step) => step.includes('second-user'))).toEqual([
      'device-2-second-user-sign-in-page page',
      'device-2-second-user-sign-in-form success',
    ]);
    expect(steps.slice(-2)).toEqual(['renew-over-other fault', 'control-after success']);
  });

  test.for([
    ['without a way to get a token', {}, /does not say how the prepared user signs in \("user.signIn"\)/],
    [
      'whose sign-in fails',
      { signIn: { by: 'form', fields: { username: 'nobody', password: 'wrong enough' } } },
      /^the prepared user could not sign in: the page "Sign in to enroll your device" asks again/,
    ],
  ] as const)('%s sends nothing, and the state says why', async ([, way, problem]) => {
    const states = { 'device-cap': { by: 'user', email: 'cap@contoso.example', ...way } } as const;
    const { steps, states: notes } = await driven({ scenarios: deviceCap, states });
    expect(steps).not.toContain('get-policies-in-state success');
    expect(notes).toEqual([
      expect.objectContaining({ state: 'device-cap', problem: expect.stringMatching(problem) as string }),
    ]);
  });
});
