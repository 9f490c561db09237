import { expect, test } from 'vitest';
import type { Check } from '../../../harness/engine/rule/check.ts';
import type { Departure } from '../../../harness/engine/rule/counterexample.ts';
import { provisioning } from '../../../harness/engine/rule/departures.ts';
import type { Impact } from '../../../harness/engine/rule/impact.ts';
import { judgeOn } from '../../../harness/testing/check-tester.ts';
import { windowsEnrollment } from '../../enrollment/scenarios/windows-enrollment.ts';
import { certificateEncoding } from '../certificate-encoding.ts';
import { clientCertificate } from '../client-certificate.ts';
import { managementAddresses } from '../management-addresses.ts';
import { managementUrl } from '../management-url.ts';
import { noncePresence } from '../nonce-presence.ts';
import { renewalUrl } from '../renewal-url.ts';

const address = '//parm[@name="ADDR"]/@value';
const appSrvType = '//characteristic[parm[@value="APPSRV"]]/parm[@name="AAUTHTYPE"]/@value';
const withoutNonces = provisioning.remove('//parm[@name="AAUTHDATA"]');
const addressList = (value: string): Departure =>
  provisioning.append(
    '//characteristic[@type="Provider"]/characteristic',
    `<parm name="ManagementServerAddressList" value="&lt;${value}&gt;" datatype="string"/>`,
  );
const serverUrl = (value: string): Departure =>
  provisioning.append('//characteristic[@type="Renew"]', `<parm name="ServerURL" value="${value}" datatype="string"/>`);

const cases: readonly (readonly [string, Impact['kind'], Check, readonly Departure[]])[] = [
  ['an http address', 'security', managementUrl, [provisioning.set(address, 'http://mdm.contoso.example/')]],
  ['an address without scheme', 'unknown', managementUrl, [provisioning.set(address, '/manage')]],
  ['an http address in the list', 'security', managementAddresses, [addressList('http://mdm.contoso.example/')]],
  ['a host in the list', 'unknown', managementAddresses, [addressList('mdm.contoso.example')]],
  ['an http ServerURL', 'security', renewalUrl, [serverUrl('http://mdm.contoso.example/')]],
  ['a ServerURL that is a path', 'unknown', renewalUrl, [serverUrl('/renew')]],
  ['a blank inside the base64', 'unknown', certificateEncoding, [provisioning.replace('value="MII', 'value="MI I')]],
  ['a foreign character', 'breaks', certificateEncoding, [provisioning.replace('value="MII', 'value="MI-I')]],
  [
    'no client certificate',
    'breaks',
    clientCertificate,
    [provisioning.remove('//characteristic[@type="User"]/characteristic[parm]')],
  ],
  [
    'two client certificates',
    'unknown',
    clientCertificate,
    [provisioning.duplicate('//characteristic[@type="User"]/characteristic[parm]')],
  ],
  ['two digests without nonce', 'breaks', noncePresence, [withoutNonces]],
  ['one digest, without nonce', 'unknown', noncePresence, [provisioning.set(appSrvType, 'BASIC'), withoutNonces]],
];

test.each(cases)('%s: %s', async (_name, kind, check, departures) => {
  const { outcome, impact } = await judgeOn(check, departures, [windowsEnrollment]);
  expect({ outcome, kind: impact.kind }).toEqual({ outcome: 'failed', kind });
});
