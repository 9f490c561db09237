import type { KeyPair } from '../../protocol/pki/build/keys.ts';
import type { Label } from '../../wire/exchange/exchange.ts';

type TakeKey = (bits: number, url: string) => Promise<KeyPair>;

/**
 * Chooses the key of the device for each request that the server may grant, and one key for all requests that it has to
 * refuse, which certify nothing.
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
