import { poolKey, shortKeyBits, shortPoolKey } from '../../protocol/pki/build/keys.ts';
import type { KeyPair } from '../../protocol/pki/build/keys.ts';
import { createKeyQueue } from './key-queue.ts';
import type { KeyQueue } from './key-queue.ts';
import { isLoopback } from '../target/loopback.ts';

/** Whether devices make keys of their own, or take the fixed test keys, which anybody has. */
export type KeyMode = 'generated' | 'pool';

/** The keys of the devices of a run, by the number of the device from 1. */
export interface DeviceKeys {
  /** Begins the usual keys of more devices; generating one costs about 100 ms. */
  begin(devices: readonly number[]): void;
  /** An RSA key of this many bits, for a request that goes to `url`; for a `renewal` (counted from 1) another than before. */
  take(device: number, bits: number, url: string, renewal?: number): Promise<KeyPair>;
}

/** The fixed test keys were to be used on a server that others reach, where anybody could then use the certificate. */
export class PoolKeysRefused extends Error {
  override readonly name = 'PoolKeysRefused';
}

const usualBits = 2048;
/** The pool's numbers 0 to 7; the others belong to the reference server. */
const poolKeysOfDevices = 8;
/** So that the next key of a device is not the first one of the device after it. */
const renewalStride = 3;

/**
 * The keys for a run against `target`; those of `devices` are made one after the other, before they are asked for.
 * Throws `PoolKeysRefused` when the target of pool keys is neither on loopback nor below `.example`, where a server in process
 * lives. One that sends a device elsewhere gets a key of the device's own.
 */
export function createDeviceKeys(mode: KeyMode, target: string, devices: readonly number[]): DeviceKeys {
  if (mode === 'pool' && !isUnreachable(target)) {
    throw new PoolKeysRefused(`the fixed test keys are for loopback only, and the target is ${new URL(target).host}`);
  }
  const queue = createKeyQueue();
  const begun = new Map<number, Promise<KeyPair>>();
  const beginAll = (more: readonly number[]): void => {
    if (mode === 'pool') return;
    for (const device of more) begun.set(device, begin(queue));
  };
  beginAll(devices);
  return {
    begin: beginAll,
    take(device, bits, url, renewal = 0) {
      if (mode === 'pool' && isUnreachable(url)) {
        if (bits === usualBits)
          return Promise.resolve(poolKey((device - 1 + renewalStride * renewal) % poolKeysOfDevices));
        if (bits === shortKeyBits) return Promise.resolve(shortPoolKey());
      }
      const early = bits === usualBits && renewal === 0 ? begun.get(device) : undefined;
      if (early) begun.delete(device);
      return early ?? queue.make(bits, 'now');
    },
  };
}

/** `.example` is never delegated (RFC 2606 section 2). */
function isUnreachable(url: string): boolean {
  return isLoopback(url) || new URL(url).hostname.endsWith('.example');
}

/** A run that ends early never asks for its key, and a rejection that nobody awaits would end the process. */
function begin(queue: KeyQueue): Promise<KeyPair> {
  const key = queue.make(usualBits, 'early');
  key.catch(() => undefined);
  return key;
}
