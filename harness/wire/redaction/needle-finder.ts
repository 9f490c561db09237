/** A text to look for, as bytes; of those that are found, the one with the least rank counts. */
export interface Needle {
  readonly bytes: Buffer;
  readonly rank: number;
}

/** The rank of a needle that stands in the bytes, the least if there are several; undefined if there is none. */
export type NeedleFinder = (bytes: Buffer) => number | undefined;

/** Bytes at the beginning of a needle by which it is found. */
const keyLength = 4;

/**
 * Looks for all needles in one pass over the bytes, because a run knows hundreds of tokens. Each needle has at least four bytes. Needles that
 * begin alike, as tokens of one issuer do, are compared one by one where that beginning stands.
 */
export function createNeedleFinder(needles: readonly Needle[]): NeedleFinder {
  const isBegun = new Uint8Array(1 << 16);
  const beginning = new Map<number, Needle[]>();
  for (const needle of needles) {
    if (needle.bytes.length < keyLength) throw new RangeError('a needle has at least four bytes');
    const key = needle.bytes.readInt32BE(0);
    isBegun[hashOf(key)] = 1;
    beginning.set(key, [...(beginning.get(key) ?? []), needle]);
  }
  for (const alike of beginning.values()) alike.sort((a, b) => a.rank - b.rank);
  return (bytes) => {
    let best: number | undefined;
    let key = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      key = (key << 8) | (bytes[at] ?? 0);
      if (at < keyLength - 1 || isBegun[hashOf(key)] === 0) continue;
      const rank = rankAt(bytes, at - keyLength + 1, beginning.get(key), best);
      if (rank === 0) return 0;
      best = rank ?? best;
    }
    return best;
  };
}

/** The least rank below `best` of what stands at a place. */
function rankAt(bytes: Buffer, at: number, alike: readonly Needle[] = [], best = Number.POSITIVE_INFINITY) {
  for (const { bytes: needle, rank } of alike) {
    if (rank >= best) return undefined;
    const last = needle.length - 1;
    if (bytes[at + last] === needle[last] && bytes.compare(needle, 0, needle.length, at, at + needle.length) === 0) {
      return rank;
    }
  }
  return undefined;
}

/** Of four bytes as one number, sixteen bits. */
export function hashOf(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> 16;
}
