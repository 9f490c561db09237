import { seededBytes } from '../../protocol/pki/build/seeded-bytes.ts';

/**
 * A password that differs from the right one in its first letter in either case, and in its length, so that a server
 * that cuts passwords off or compares them without case cannot take it for right.
 */
export function wrongPasswordFor(right: string | undefined, seed: string): string {
  const initial = /^w/i.test(right ?? '') ? 'n' : 'w';
  const wrong = `${initial}-wrong-${Buffer.from(seededBytes(`${seed}/wrong-password`)(8)).toString('hex')}`;
  return wrong.length === right?.length ? `${wrong}0` : wrong;
}
