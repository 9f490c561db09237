import fc from 'fast-check';

/** One change of bytes: an octet becomes another, comes in, or goes. */
export type Damage = readonly [kind: 'change' | 'insert' | 'cut', at: number, octet: number];

const place = fc.nat();
const octet = fc.integer({ min: 0, max: 255 });

/** One to four changes. */
export const damages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.tuple(fc.constantFrom('change', 'insert', 'cut'), place, octet),
  { minLength: 1, maxLength: 4 },
);

/** One octet becomes another: most often, the rest can still be read. */
export const slightDamage: fc.Arbitrary<readonly Damage[]> = fc.tuple(fc.tuple(fc.constant('change'), place, octet));

/** The bytes with these changes. */
export function damaged(der: Uint8Array, all: readonly Damage[]): Uint8Array {
  return all.reduce<Uint8Array>((bytes, [kind, at, octet]) => {
    const place = at % Math.max(1, bytes.length);
    const rest = bytes.subarray(kind === 'insert' ? place : place + 1);
    return Buffer.concat([bytes.subarray(0, place), ...(kind === 'cut' ? [] : [Buffer.from([octet])]), rest]);
  }, der);
}
