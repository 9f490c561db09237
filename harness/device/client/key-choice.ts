import type { KeyPair } from '../../protocol/pki/build/keys.ts';
import type { Label } from '../../wire/exchange/exchange.ts';

type TakeKey = (bits: number, url: string) => Promise<KeyPair>;

/**
 * Chooses a new key for each request that the server may grant, as Windows does, and one shared key for all requests
 * that it has to refuse. Those certify nothing, and making a key is slow.
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
