import { generateRsaKey } from '../../protocol/pki/build/keys.ts';
import type { KeyPair } from '../../protocol/pki/build/keys.ts';

/** Makes RSA keys, a few at a time. */
export interface KeyQueue {
  /** `early` keys wait behind those that somebody needs `now`. */
  make(bits: number, when: 'early' | 'now'): Promise<KeyPair>;
}

/**
 * Node resolves host names in the same four threads (the pool of libuv) that make keys. If sixty keys began at once,
 * the first requests would wait until they time out, as if the target did not answer.
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
