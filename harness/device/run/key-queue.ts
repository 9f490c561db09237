import { generateRsaKey } from '../../protocol/pki/build/keys.ts';
import type { KeyPair } from '../../protocol/pki/build/keys.ts';

/** Makes RSA keys, a few at a time. */
export interface KeyQueue {
  /** `early`: behind those that somebody waits for already. */
  make(bits: number, when: 'early' | 'now'): Promise<KeyPair>;
}

/**
 * Node finds the address of a host in the same four threads that make keys (libuv's pool). Sixty keys begun at once would keep the
 * first requests waiting until their time is over, and the target would look as if it did not answer.
 */
const atOnce = 2;

export function createKeyQueue(): KeyQueue {
  const waiting = { now: [] as (() => void)[], early: [] as (() => void)[] };
  let running = 0;
  const next = (): void => {
    if (running < atOnce) (waiting.now.shift() ?? waiting.early.shift())?.();
  };
  return {
    make(bits, when) {
      return new Promise((resolve, reject) => {
        const start = (): void => {
          running += 1;
          void generateRsaKey(bits)
            .then(resolve, reject)
            .finally(() => {
              running -= 1;
              next();
            });
        };
        waiting[when].push(start);
        next();
      });
    },
  };
}
