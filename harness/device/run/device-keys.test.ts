import dns from 'node:dns/promises';
import { expect, test } from 'vitest';
import { poolKey, shortPoolKey } from '../../protocol/pki/build/keys.ts';
import { createDeviceKeys, PoolKeysRefused } from './device-keys.ts';

const loopback = 'https://localhost:8443/EnrollmentServer/Discovery.svc';

test.for(['https://mdm.contoso.com/', 'https://127.0.0.1.contoso.com/', 'https://10.0.0.1/', 'https://example.com/'])(
  'the fixed test keys are refused for %s',
  (target) => {
    expect(() => createDeviceKeys('pool', target, [1])).toThrow(PoolKeysRefused);
  },
);

test.for([loopback, 'http://127.0.0.1:8080/', 'https://[::1]/', 'https://enterpriseenrollment.contoso.example/'])(
  'the fixed test keys serve %s',
  async (target) => {
    const keys = createDeviceKeys('pool', target, []);
    expect((await keys.take(1, 2048, target)).spki).toEqual(poolKey(0).spki);
    expect((await keys.take(2, 2048, target)).spki).toEqual(poolKey(1).spki);
    expect((await keys.take(2, 2048, target, 1)).spki).toEqual(poolKey(4).spki);
    expect((await keys.take(2, 1024, target)).spki).toEqual(shortPoolKey().spki);
    const long = await keys.take(1, 1536, target);
    expect(long.publicKey.asymmetricKeyDetails?.modulusLength).toBe(1536);
    expect(await keys.take(1, 1536, target)).toBe(long);
    expect((await keys.take(2, 1536, target)).spki).not.toEqual(long.spki);
  },
);

test('a server on loopback that sends the device elsewhere sees no fixed test key', async () => {
  const key = await createDeviceKeys('pool', loopback, []).take(1, 2048, 'https://mdm.contoso.com/Enroll');
  expect(key.spki).not.toEqual(poolKey(0).spki);
});

test('a run of many devices makes 16 keys at most, and the next key of a device is another one', async () => {
  const devices = Array.from({ length: 130 }, (_, index) => index + 1);
  const keys = createDeviceKeys('generated', 'https://mdm.contoso.com/', devices);
  const take = (device: number, bits: number, renewal = 0) =>
    keys.take(device, bits, 'https://mdm.contoso.com/', renewal);
  const taken = await Promise.all(
    devices.flatMap((device) => [take(device, 2048), take(device, 1024), take(device, 2048, 1), take(device, 2304)]),
  );
  const lengths = taken.map(({ publicKey }) => publicKey.asymmetricKeyDetails?.modulusLength);
  expect(lengths.slice(0, 4)).toEqual([2048, 1024, 2048, 2304]);
  expect(new Set(taken).size).toBe(16);
  for (const device of [1, 8, 130]) {
    const held = await Promise.all([0, 1, 2, 3].map((renewal) => take(device, 2048, renewal)));
    expect(new Set(held.map(({ spki }) => Buffer.from(spki).toString('hex'))).size).toBe(4);
  }
});

test('a key of another length is not kept waiting by keys that are made ahead, nor is a host', async () => {
  const keys = createDeviceKeys('generated', loopback, [1, 2, 3, 4, 5, 6, 7, 8]);
  const order: string[] = [];
  const noted = async (name: string, promise: Promise<unknown>): Promise<void> => {
    await promise;
    order.push(name);
  };
  await Promise.all([
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((device) => noted('early', keys.take(device, 2048, loopback))),
    noted('host', dns.lookup('localhost')),
    noted('now', keys.take(1, 1024, loopback)),
  ]);
  expect(order).toHaveLength(10);
  expect(order.indexOf('host')).toBeLessThan(6);
  expect(order.indexOf('now')).toBeLessThan(6);
});
