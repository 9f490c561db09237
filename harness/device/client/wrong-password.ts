import { seededBytes } from '../../protocol/pki/build/seeded-bytes.ts';

/**
 * A password that differs from the right one in its first letter (in either case) and in its length. A server that
 * truncates passwords or ignores their case can therefore not take it for the right one.
 */
export function wrongPasswordFor(right: string | undefined, seed: string): string {
  const initial = /^w/i.test(right ?? '') ? 'n' : 'w';
  const wrong = `${initial}-wrong-${Buffer.from(seededBytes(`${seed}/wrong-password`)(8)).toString('hex')}`;
  return wrong.length === right?.length ? `${wrong}0` : wrong;
}
