import { expect, test } from 'vitest';
import { bodyOf, drive } from '../../testing/stub-server.ts';
import { modernEnrollment } from '../../../suites/enrollment/scenarios/modern-enrollment.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { contextItemsOf } from './context-items.ts';
import { createIdentity } from './identity.ts';
import type { Agreed } from './context-items.ts';
import { windows11 } from './windows-11.ts';

const identity = createIdentity('seed', 'run', 1);
const told = (agreed?: Agreed) => contextItemsOf(identity, windows11, agreed);
const lengths = (agreed?: Agreed): string =>
  told(agreed)
    .map(([name, { length }]) => `${name} ${length}`)
    .join(', ')
    .replaceAll(/(MAC 17, ){13}/g, '13 MAC 17, ');

const usual = [
  'UXInitiated 4, HWDevID 64, Locale 5, TargetedUserLoggedIn 4, OSEdition 1, DeviceName 21, 13 MAC 17, DeviceID 32',
  'EnrollmentType 4, DeviceType 17, OSVersion 15, ApplicationVersion 15, NotInOobe 5',
  'Manufacturer 29, DeviceModel 17, SerialNumber 14, RequestVersion 3',
].join(', ');

test.for([undefined, '3.0', '4.0', '7.0', '9.0'])(
  'its items are the published ones where %s is advertised',
  (version) => {
    expect(lengths({ enrollmentVersion: version })).toBe(`${usual}, AttestationStatus 84, AttestationStatusHResult 10`);
    expect(told()).toContainEqual(['RequestVersion', '9.0']);
    expect(told()).toContainEqual(['AttestationStatusHResult', '0x80070057']);
  },
);

test.for(['5.0', '5', ' 5.00 '])(
  'where %s is advertised it shows a claim of its TPM first, and that version',
  (version) => {
    const agreed = { enrollmentVersion: version };
    expect(lengths(agreed)).toBe(`AIKPub 380, AIKAttestationClaim 1624, ${usual}`);
    expect(told(agreed)).toContainEqual(['RequestVersion', '5.0']);
  },
);

test('it claims nothing where the policy asks for a proof, which it does not have', () => {
  expect(lengths({ enrollmentVersion: '5.0', attestation: true })).toBe(usual);
});

test('its versions differ, its items are those of one device', () => {
  const items = new Map(told());
  expect([items.get('OSVersion'), items.get('ApplicationVersion')]).toEqual(['10.0.26200.9278', '10.0.26200.9279']);
  const other = new Map(contextItemsOf(createIdentity('seed', 'run', 2), windows11, { enrollmentVersion: '5.0' }));
  for (const name of ['SerialNumber', 'MAC', 'DeviceID']) expect(other.get(name)).not.toBe(items.get(name));
});

test('the second device that enrolls is one, from Discover on', async () => {
  const run = await drive({}, { scenarios: [windowsEnrollment, modernEnrollment] });
  const [discover = '', , issue = ''] = run.requestsOf('modern-enrollment').map(bodyOf);
  expect(discover).toMatch(/<RequestVersion>9\.0<.*<ApplicationVersion>10\.0\.26200\.9279<.*<OSEdition>4</);
  expect(issue.match(/Name="MAC"/g)).toHaveLength(13);
  expect(run.driven.slice(4)).toEqual(['discover', 'get-policies', 'issue'].map((name) => `modern-enrollment/${name}`));
});
