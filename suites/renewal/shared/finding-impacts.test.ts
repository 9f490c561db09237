import { expect, test } from 'vitest';
import type { Check } from '../../../harness/engine/rule/check.ts';
import type { Departure } from '../../../harness/engine/rule/counterexample.ts';
import { behaves, renewedProvisioning } from '../../../harness/engine/rule/departures.ts';
import type { Impact } from '../../../harness/engine/rule/impact.ts';
import { judgeOn } from '../../../harness/testing/check-tester.ts';
import { renewalDocument } from '../document.ts';
import { newCertificate } from '../new-certificate.ts';
import { renewal } from '../scenarios/renewal.ts';

const cases: readonly (readonly [string, Impact['kind'], Check, Departure])[] = [
  ['a blank inside the base64', 'unknown', renewalDocument, renewedProvisioning.replace('value="MII', 'value="MI I')],
  ['a foreign character', 'breaks', renewalDocument, renewedProvisioning.replace('value="MII', 'value="MI-I')],
  ['the old certificate', 'breaks', newCertificate, behaves({ repeatsCertificate: true })],
  ['the old serial number', 'unknown', newCertificate, behaves({ leaf: { serial: '4711' } })],
];

test.each(cases)('%s: %s', async (_name, kind, check, departure) => {
  const { outcome, impact } = await judgeOn(check, departure, [renewal]);
  expect({ outcome, kind: impact.kind }).toEqual({ outcome: 'failed', kind });
});
