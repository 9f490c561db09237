import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNeedleFinder } from './needle-finder.ts';

test('the least rank of what stands in the bytes is found', () => {
  const find = createNeedleFinder(
    ['eyJhbGciOi.two', 'eyJhbGciOi.one', 'secret', 'secret and more'].map((text, rank) => ({
      bytes: Buffer.from(text),
      rank,
    })),
  );
  expect(find(Buffer.from(' eyJhbGciOi.one, then eyJhbGciOi.two'))).toBe(0);
  expect(find(Buffer.from('secret and more'))).toBe(2);
  expect(find(Buffer.from('eyJhbGciOi.on'))).toBeUndefined();
  expect(find(Buffer.from('secre'))).toBeUndefined();
  expect(find(Buffer.from('cret'))).toBeUndefined();
  expect(find(Buffer.alloc(0))).toBeUndefined();
});

test('it finds what a search for each one finds', () => {
  const letters = fc.array(fc.constantFrom(0, 0x61, 0x62, 0xff), { minLength: 4, maxLength: 8 });
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 6 }), fc.array(fc.constantFrom(0, 0x61, 0x62, 0xff)), (all, text) => {
      const needles = all.map((bytes, rank) => ({ bytes: Buffer.from(bytes), rank }));
      const bytes = Buffer.from(text);
      const [first] = needles.filter((needle) => bytes.includes(needle.bytes));
      expect(createNeedleFinder(needles)(bytes)).toBe(first?.rank);
    }),
  );
});

test('a needle of fewer than four bytes is refused', () => {
  expect(() => createNeedleFinder([{ bytes: Buffer.from('abc'), rank: 0 }])).toThrow(RangeError);
});
