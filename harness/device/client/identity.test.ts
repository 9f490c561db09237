import { expect, test } from 'vitest';
import { contextItemsOf } from './context-items.ts';
import { createIdentity } from './identity.ts';
import { windows10 } from './profile.ts';

test('a device has the identifiers of a Windows device, and a name that tells its run', () => {
  const identity = createIdentity('seed', 'c0ffee01', 3);
  expect(identity.deviceId).toMatch(/^[0-9A-F]{32}$/);
  expect(identity.guid).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
  expect(identity.hardwareId).toMatch(/^[0-9A-F]{64}$/);
  expect(identity.name).toBe('mde-conformance-c0ffee01-3');
  expect(identity.macs).toHaveLength(13);
  for (const mac of identity.macs) expect(mac).toMatch(/^02(-[0-9A-F]{2}){5}$/);
});

test('seed and number decide who it is', () => {
  const { deviceId } = createIdentity('seed', 'run', 1);
  expect(createIdentity('seed', 'another run', 1).deviceId).toBe(deviceId);
  expect(createIdentity('seed', 'run', 2).deviceId).not.toBe(deviceId);
  expect(createIdentity('other', 'run', 1).deviceId).not.toBe(deviceId);
});

test('the issuer is told in the order of Windows, adapters repeated', () => {
  const names = contextItemsOf(createIdentity('seed', 'run', 1), windows10).map(([name]) => name);
  expect(names.join(' ')).toBe(
    'UXInitiated HWDevID Locale TargetedUserLoggedIn OSEdition DeviceName MAC MAC MAC DeviceID EnrollmentType ' +
      'DeviceType OSVersion ApplicationVersion NotInOobe',
  );
});
