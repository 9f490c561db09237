import { generateRsaKey, poolKey, shortKeyBits, shortPoolKey } from '../../protocol/pki/build/keys.ts';
import type { KeyPair } from '../../protocol/pki/build/keys.ts';
import { createKeyQueue } from './key-queue.ts';
import { isLoopback } from '../target/loopback.ts';

/** Whether devices make their own keys, or use the fixed test keys, which are public. */
export type KeyMode = 'generated' | 'pool';

/**
 * The keys of the devices of a run, by the number of the device from 1. Devices share them: a run makes 16 at most, or more where policies of
 * the server ask for two greater lengths.
 */
export interface DeviceKeys {
  /** Begins to make the usual keys of more devices; one key takes about 100 ms. */
  begin(devices: readonly number[]): void;
  /** An RSA key with this many bits for a request to `url`; of one device, each `renewal` (counted from 1) gets another key. */
  take(device: number, bits: number, url: string, renewal?: number): Promise<KeyPair>;
}

/** The fixed test keys must not be used with a server that others reach, because anybody could use the certificate. */
export class PoolKeysRefused extends Error {
  override readonly name = 'PoolKeysRefused';
}

const usualBits = 2048;
/** So many keys of the usual length serve all devices; of the pool, the numbers 0 to 7, because the others belong to the reference server. */
const usualKeys = 8;
/** Keeps the next key of a device apart from its first seven, and from the first key of the next device. */
const renewalStride = 3;
/** Where a policy asks for long keys, so many serve all devices; a key of 4096 bits takes seconds. */
const longKeys = 7;

/**
 * The keys for a run against `target`. It begins with those of `devices` in advance; every eighth device uses the same key. Throws
 * `PoolKeysRefused` if pool keys are requested for a target that is neither on loopback nor below `.example`, the domain of servers in the
 * same process. If the target sends a device to another host, the device gets a key that no pool has.
 */
export function createDeviceKeys(mode: KeyMode, target: string, devices: readonly number[]): DeviceKeys {
  if (mode === 'pool' && !isUnreachable(target)) {
    throw new PoolKeysRefused(`the fixed test keys are for loopback only, but the target is ${new URL(target).host}`);
  }
  const queue = createKeyQueue();
  const made = new Map<string, Promise<KeyPair>>();
  const own = (number: number, bits: number, when: 'early' | 'now'): Promise<KeyPair> => {
    const name = `${number}/${bits}`;
    const key = made.get(name) ?? queue.make(bits, when);
    made.set(name, key);
    return key;
  };
  const beginAll = (more: readonly number[]): void => {
    if (mode === 'pool') return;
    for (const device of more) ignoreUntaken(own(numberOf(device, usualBits, 0), usualBits, 'early'));
  };
  beginAll(devices);
  return {
    begin: beginAll,
    take(device, bits, url, renewal = 0) {
      if (mode !== 'pool' || !isUnreachable(url)) return own(numberOf(device, bits, renewal), bits, 'now');
      const number = numberOf(device, usualBits, renewal);
      if (bits === usualBits) return Promise.resolve(poolKey(number));
      if (bits === shortKeyBits) return Promise.resolve(shortPoolKey());
      return keptKey(number, bits);
    },
  };
}

/** Which of the keys with this length a device uses. One short key is enough, because a server refuses it. */
function numberOf(device: number, bits: number, renewal: number): number {
  if (bits < usualBits) return 0;
  return (device - 1 + renewalStride * renewal) % (bits === usualBits ? usualKeys : longKeys);
}

/** Keys of other lengths join the pool of this process when they are first needed: one of 3072 bits takes a second. */
const kept = new Map<string, Promise<KeyPair>>();

function keptKey(number: number, bits: number): Promise<KeyPair> {
  const name = `${number}/${bits}`;
  const key = kept.get(name) ?? generateRsaKey(bits);
  kept.set(name, key);
  return key;
}

/** `.example` is never delegated (RFC 2606 section 2). */
export function isUnreachable(url: string): boolean {
  return isLoopback(url) || new URL(url).hostname.endsWith('.example');
}

/** Ignores a rejection until somebody takes the key: a run that ends early never takes it, and Node would end the process. */
function ignoreUntaken(key: Promise<KeyPair>): void {
  key.catch(() => undefined);
}
