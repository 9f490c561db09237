import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBeginningFinder } from './beginning-finder.ts';
import { searchedText } from './searched-text.ts';
import { createSecretMatcher } from './secret-matcher.ts';
import { createSecretSieve } from './secret-sieve.ts';

const characters = ['a', 'b', 'c', 'A', '4', '1', '6', ' ', '+', '%', '=', '&', '<', '"', '\\', '/', 'n', 'é'];
const secretOf = fc.array(fc.constantFrom(...characters), { minLength: 4, maxLength: 9 }).map((list) => list.join(''));

const forms: readonly ((character: string) => string)[] = [
  (character) => character,
  (character) => (character === ' ' ? '+' : character),
  (character) => [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  (character) => [...Buffer.from(character)].map((byte) => `%25${byte.toString(16).padStart(2, '0')}`).join(''),
  (character) => `&#${String(character.charCodeAt(0))};`,
  (character) => `&amp;#x${character.charCodeAt(0).toString(16)};`,
  (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  (character) => `=${Buffer.from(character, 'latin1').toString('hex')}`,
];

/** A text that may hold a secret, each character of it in a form of its own. */
const placeOf = (secret: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc
      .tuple(...Array.from(secret, () => fc.constantFrom(...forms)))
      .map((chosen) => Array.from(secret, (character, index) => chosen[index]?.(character)).join('')),
    fc.constant(Buffer.from(secret, 'utf16le').toString('latin1')),
    fc.constant(Buffer.from(secret, 'utf16le').swap16().toString('latin1')),
    fc.constantFrom('', ' ', ':').map((sign) => (Buffer.from(secret).toString('hex').match(/../g) ?? []).join(sign)),
    fc.constant(Buffer.from(secret, 'utf16le').toString('hex').toUpperCase()),
  );
const around = fc.array(fc.constantFrom(...characters, 'x', '\0'), { maxLength: 6 }).map((list) => list.join(''));

const scene = fc
  .array(secretOf, { minLength: 1, maxLength: 4 })
  .chain((secrets) => fc.tuple(fc.constant(secrets), around, fc.constantFrom(...secrets).chain(placeOf), around))
  .map(([secrets, before, place, after]) => ({ secrets, begun: before + place, text: before + place + after }));

test('the sieve names every secret that a text holds', () => {
  let found = 0;
  fc.assert(
    fc.property(scene, ({ secrets, text }) => {
      const searched = searchedText(text);
      const held = createSecretSieve(secrets).held(searched);
      for (const [number, secret] of secrets.entries()) {
        if (!createSecretMatcher(secret).isIn(searched)) continue;
        found += 1;
        expect(held).toContain(number);
      }
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(200);
});

test('the sieve names every secret with which a text ends before the secret does', () => {
  let found = 0;
  fc.assert(
    fc.property(scene, fc.nat(4), ({ secrets, begun: text }, missing) => {
      const searched = searchedText(text.slice(0, text.length - missing));
      const begun = createSecretSieve(secrets).begun(searched);
      for (const [number, secret] of secrets.entries()) {
        if (createBeginningFinder(secret)?.(searched) === undefined) continue;
        found += 1;
        expect(begun).toContain(number);
      }
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(20);
});

test('a text without a secret has none to look for', () => {
  const held = createSecretSieve(['Pa ss%41+w', 'eyJhbGciOi']).held(
    searchedText('&amp; Pass%41 eyJ%69bGcIOi eyj \0 0a0b0c0d0e0f'),
  );
  expect([...held]).toEqual([]);
});
