/** A text to look for, as bytes; of those that are found, the one with the least rank counts. */
export interface Needle {
  readonly bytes: Buffer;
  readonly rank: number;
}

/** The rank of a needle that stands in the bytes, the least if there are several; undefined if there is none. */
export type NeedleFinder = (bytes: Buffer) => number | undefined;

/** Bytes of a needle by which it is found. */
const keyLength = 4;
/** How many keys of each needle are known at most, so that they remain few. */
const mostKeys = 16;

/** A key of a needle, and where in it the key stands. */
interface Key {
  readonly needle: Needle;
  readonly offset: number;
}

/**
 * Looks for all needles in one pass over the bytes, because a run knows hundreds of tokens. Each needle has at least four bytes. Of needles
 * that are long enough several keys in a row are known, so that one of them stands where the pass looks, however far it steps each time.
 * Needles that begin alike, as tokens of one issuer do, are compared one by one where that beginning stands.
 */
export function createNeedleFinder(needles: readonly Needle[]): NeedleFinder {
  const shortest = Math.min(...needles.map(({ bytes }) => bytes.length));
  if (shortest < keyLength) throw new RangeError('a needle has at least four bytes');
  const step = Math.min(shortest - keyLength + 1, mostKeys);
  const isKnown = new Uint8Array(1 << 16);
  const keys = new Map<number, Key[]>();
  for (const needle of [...needles].sort((a, b) => a.rank - b.rank)) {
    for (let offset = 0; offset < step; offset += 1) {
      const key = needle.bytes.readInt32BE(offset);
      isKnown[hashOf(key)] = 1;
      const alike = keys.get(key);
      if (alike) alike.push({ needle, offset });
      else keys.set(key, [{ needle, offset }]);
    }
  }
  return (bytes) => {
    let best: number | undefined;
    for (let at = keyLength - 1; at < bytes.length; at += step) {
      const key =
        ((bytes[at - 3] ?? 0) << 24) | ((bytes[at - 2] ?? 0) << 16) | ((bytes[at - 1] ?? 0) << 8) | (bytes[at] ?? 0);
      if (isKnown[hashOf(key)] === 0) continue;
      const rank = rankAt(bytes, at - keyLength + 1, keys.get(key), best);
      if (rank === 0) return 0;
      best = rank ?? best;
    }
    return best;
  };
}

/** The least rank below `best` of what has a key at a place. */
function rankAt(bytes: Buffer, at: number, alike: readonly Key[] = [], best = Number.POSITIVE_INFINITY) {
  for (const { needle, offset } of alike) {
    if (needle.rank >= best) return undefined;
    if (stands(needle.bytes, bytes, at - offset)) return needle.rank;
  }
  return undefined;
}

function stands(needle: Buffer, bytes: Buffer, start: number): boolean {
  const last = needle.length - 1;
  return (
    start >= 0 &&
    bytes[start + last] === needle[last] &&
    bytes.compare(needle, 0, needle.length, start, start + needle.length) === 0
  );
}

/** Of four bytes as one number, sixteen bits. */
export function hashOf(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> 16;
}
