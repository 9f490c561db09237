import { createHash } from 'node:crypto';

/** Gives the next `count` octets of a stream. */
export type ByteSource = (count: number) => Uint8Array;

/** A stream that depends on nothing but the seed: equal seeds give equal ids and serial numbers. Not for secrets. */
export function seededBytes(seed: string): ByteSource {
  let block = 0;
  let pool = Buffer.alloc(0);
  return (count) => {
    while (pool.length < count) {
      const next = createHash('sha256').update(`${seed}\0${block}`).digest();
      pool = Buffer.concat([pool, next]);
      block += 1;
    }
    const bytes = pool.subarray(0, count);
    pool = pool.subarray(count);
    return bytes;
  };
}
