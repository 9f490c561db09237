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

test('a key begun early is given to its device once', async () => {
  const keys = createDeviceKeys('generated', loopback, [1]);
  const [first, second] = [await keys.take(1, 2048, loopback), await keys.take(1, 2048, loopback)];
  expect(first.spki).not.toEqual(second.spki);
  expect(first.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
  expect((await keys.take(1, 2048, loopback, 1)).spki).not.toEqual(first.spki);
});

test(
  'keys that are made ahead keep nobody from finding a host, nor from a key that is needed now',
  { timeout: 30_000 },
  async () => {
    const devices = Array.from({ length: 12 }, (_, index) => index + 1);
    const keys = createDeviceKeys('generated', loopback, devices);
    const order: string[] = [];
    const noted = async (name: string, promise: Promise<unknown>): Promise<void> => {
      await promise;
      order.push(name);
    };
    await Promise.all([
      ...devices.map((device) => noted('early', keys.take(device, 2048, loopback))),
      noted('host', dns.lookup('localhost')),
      noted('now', keys.take(99, 2048, loopback)),
    ]);
    expect(order).toHaveLength(14);
    expect(order.indexOf('host')).toBeLessThan(7);
    expect(order.indexOf('now')).toBeLessThan(7);
  },
);
