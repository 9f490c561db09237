import { describe, expect, test } from 'vitest';
import { openDossier } from '../../../engine/evidence/dossier.ts';
import { errorTypes } from '../../../protocol/faults/error-types.ts';
import { subcodes } from '../../../protocol/faults/subcodes.ts';
import { answerTo, schemaIssues, subcodeOf, texts } from '../../../reference-server/testing/answers.ts';
import {
  discoverRequest,
  tokenRequest,
  policiesRequest,
  testServer,
} from '../../../reference-server/testing/requests.ts';
import { referenceSession } from '../../../testing/reference-run.ts';
import { windowsEnrollment } from '../../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { renewal } from '../../../../suites/renewal/scenarios/renewal.ts';
import { call } from '../testing/io.ts';
import { runAt, whileServing } from '../testing/serving.ts';
import { createWorkspace } from '../testing/workspace.ts';
import { faultNamed } from '../serving/fault-option.ts';

const subcodeNames: readonly string[] = subcodes.map(({ wireName }) => wireName);
const names: readonly string[] = [...subcodes, ...errorTypes].map(({ wireName }) => wireName);

test('there are the seven subcodes and the eight ErrorTypes', () => {
  expect(names).toHaveLength(15);
});

const toEnroll = names.filter((name) => name !== 'NotEligibleToRenew');

describe.for(toEnroll)('serve --fault %s', (name) => {
  test.for([
    ['policies', policiesRequest()],
    ['a certificate', tokenRequest()],
  ] as const)('refuses a valid request for %s with it', async ([, request]) => {
    const answer = await answerTo(request, testServer(...faultNamed(name)));
    const errorType = texts(answer.body, '//wstep:ErrorType');
    const isSubcode = subcodeNames.includes(name);
    expect(isSubcode ? subcodeOf(answer) : errorType[0]).toBe(name);
    expect(errorType).toHaveLength(isSubcode ? 0 : 1);
    expect(subcodeNames).toContain(subcodeOf(answer));
    expect(schemaIssues(answer.body, 'fault')).toEqual([]);
  });

  test('discovers all the same', async () => {
    const answer = await answerTo(discoverRequest(), testServer(...faultNamed(name)));
    expect(subcodeOf(answer)).toBeUndefined();
  });
});

test.for(names)('serve --fault %s refuses a renewal with it', async (name) => {
  const departures = faultNamed(name).filter((departure) => 'on' in departure && departure.on === 'renew');
  using dossier = openDossier(await referenceSession({ departures, scenarios: [renewal] }));
  const renewals = dossier.evidence.filter(({ kind }) => kind === 'renew');
  expect(renewals.length).toBeGreaterThan(0);
  for (const { fault } of renewals) expect(fault.errorType ?? fault.subcode).toBe(name);
});

test('what only a renewal can meet lets a device enroll', async () => {
  const departures = faultNamed('NotEligibleToRenew');
  using dossier = openDossier(await referenceSession({ departures, scenarios: [windowsEnrollment] }));
  expect(dossier.evidence.map(({ state }) => state)).toEqual(['success', 'success', 'success', 'success']);
});

test('a client meets the fault, and a run says what its user sees', { timeout: 180_000 }, async () => {
  await using workspace = await createWorkspace();
  await whileServing(['--fault', 'UserLicense'], async (announced) => {
    expect((await runAt(announced, workspace.at('out'), '--effects', 'read')).code).toBe(3);
  });
  const { because } = JSON.parse(await workspace.read('out/results.json')) as { because: string };
  expect(because).toMatch(/got a fault \(UserLicense\); a device shows 0x80180018: the user has no license; give/);
});

test.for([
  ['0x80180013', 'DeviceCapReached'],
  ['80180001', 'MessageFormat'],
] as const)('serve --fault %s is the fault %s', ([hresult, name]) => {
  expect(faultNamed(hresult)).toEqual(faultNamed(name));
});

test('serve --fault at a service refuses there only', async () => {
  const server = testServer(...faultNamed('Authorization@get-policies'));
  expect(subcodeOf(await answerTo(policiesRequest(), server))).toBe('Authorization');
  expect(subcodeOf(await answerTo(tokenRequest(), server))).toBeUndefined();
  const discovery = testServer(...faultNamed('EnrollmentServer@discover'));
  expect(subcodeOf(await answerTo(discoverRequest(), discovery))).toBe('EnrollmentServer');
});

test('serve --fault of the n-th request of a service refuses that one only, and several add up', async () => {
  const server = testServer(...faultNamed('InMaintenance@issue:2'), ...faultNamed('0x80180002@issue:3'));
  const refusals: (string | undefined)[] = [];
  for (const request of [tokenRequest(), policiesRequest(), tokenRequest(), tokenRequest(), tokenRequest()]) {
    refusals.push(subcodeOf(await answerTo(request, server)));
  }
  expect(refusals).toEqual([undefined, undefined, 'EnrollmentServer', 'Authentication', undefined]);
});

test.for([
  [
    'UserLicense@isue',
    '--fault "UserLicense@isue", after the @: there is no service "isue"; allowed: discover, get-policies, issue, renew',
  ],
  ['UserLicense@issue:0', '--fault "UserLicense@issue:0": "0" counts no request; allowed after the colon: 1 to 999999'],
  ['0x80180012', `--fault: no fault of a server stands for 0x80180012; allowed: 0x80180001 (MessageFormat), `],
] as const)('serve --fault %s is refused with what is allowed', async ([word, message]) => {
  const { code, out, err } = await call(['serve', '--fault', word]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(`mde-conformance: ${message}`);
});

test.for([
  ['Nonsense', `--fault: there is no "Nonsense"; allowed: ${names.join(', ')}`],
  ['DeviceCapReach', '--fault: there is no "DeviceCapReach"; did you mean "DeviceCapReached"?'],
  ['authorization', '--fault: there is no "authorization"; did you mean "Authorization"?'],
])('serve --fault %s is refused: %s', async ([name = '', message = '']) => {
  expect(await call(['serve', '--fault', name])).toEqual({ code: 2, out: '', err: `mde-conformance: ${message}\n` });
});
