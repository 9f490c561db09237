import { expect, test } from 'vitest';
import { openDossier } from '../../../harness/engine/evidence/dossier.ts';
import { ownDefects } from '../../../harness/engine/verdict/own-defects.ts';
import { behaves } from '../../../harness/engine/rule/departures.ts';
import type { SignatureCondition } from '../../../harness/engine/rule/signature-behaviour.ts';
import { referenceSession } from '../../../harness/testing/reference-run.ts';
import { signatureReadings } from './signature-readings.ts';
import { signedPoliciesRefusals } from './signed-policies-refusals.ts';
import { signedRequestRefusals } from './signed-request-refusals.ts';

const refusals = [signedPoliciesRefusals, signedRequestRefusals];

/** The deviations of the requests that a server grants which leaves one check out. */
const granted = async (signatureSkips?: SignatureCondition) => {
  const departures = signatureSkips === undefined ? [] : [behaves({ signatureSkips })];
  using dossier = openDossier(await referenceSession({ scenarios: refusals, auth: 'certificate', departures }));
  expect(ownDefects(dossier)).toEqual([]);
  const controls = dossier.evidence.filter(({ exchange }) => exchange.label?.control === true);
  expect(controls.map(({ state }) => state)).toEqual(['success', 'success', 'success', 'success']);
  const wrong = dossier.evidence.filter(({ facts }) => facts.deviations.length > 0);
  expect(wrong).toHaveLength(24);
  return [...new Set(wrong.filter(({ state }) => state === 'success').map(({ facts }) => facts.deviations.at(-1)))];
};

test.for<[SignatureCondition | undefined, readonly string[]]>([
  [undefined, []],
  ['presence', ['signature-missing']],
  ['value', ['signature-value']],
  ['digest', ['signature-digest']],
  ['coverage', ['signature-coverage', 'signature-place']],
  ['place', ['signature-place']],
  ['key-reference', ['signature-token']],
  ['issuer', ['signature-certificate']],
  ['algorithm', ['signature-algorithm']],
  ['expiry', ['signed-timestamp-expired']],
  ['timestamp', ['signed-timestamp-missing']],
  ['start', ['signed-timestamp-future']],
])('a server that does not check %s grants %o', async ([skipped, deviations]) => {
  const names = await granted(skipped);
  expect(names.toSorted()).toEqual(deviations.toSorted());
});

test.for([
  [undefined, ['success', 'fault']],
  ['both', ['success', 'success']],
  ['exclusive', ['fault', 'success']],
] as const)('a server that reads %s answers each reading', async ([signatureReads, states]) => {
  const departures = signatureReads === undefined ? [] : [behaves({ signatureReads })];
  const session = await referenceSession({ scenarios: [signatureReadings], auth: 'certificate', departures });
  using dossier = openDossier(session);
  const policies = dossier.evidence.filter(({ kind }) => kind === 'get-policies');
  expect(policies.map(({ state }) => state)).toEqual(states);
});
