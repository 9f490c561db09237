import type { KeyPair } from '../../protocol/pki/build/keys.ts';
import type { Label } from '../../wire/exchange/exchange.ts';

type TakeKey = (bits: number, url: string) => Promise<KeyPair>;

/**
 * A key of its own for each request that may be granted, as Windows has it, and one for all that are to be refused: they
 * certify nothing, and to make a key takes long.
 */
export function createKeyChoice(
  take: TakeKey,
): (bits: number, url: string, step: Pick<Label, 'deviations' | 'family'>) => Promise<KeyPair> {
  const spare = new Map<string, Promise<KeyPair>>();
  return (bits, url, { deviations = [], family }) => {
    if (deviations.length === 0 || family !== undefined) return take(bits, url);
    const purpose = `${bits} ${url}`;
    const key = spare.get(purpose) ?? take(bits, url);
    spare.set(purpose, key);
    return key;
  };
}
