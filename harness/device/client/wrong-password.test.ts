import { expect, test } from 'vitest';
import { wrongPasswordFor } from './wrong-password.ts';

const usual = wrongPasswordFor(undefined, 'seed');

test.for(['correct horse', usual, usual.toUpperCase(), `${usual}1`, usual.slice(0, 8), 'w', 'n-wrong-', ''])(
  'is no password that a server could take for "%s"',
  (right) => {
    const wrong = wrongPasswordFor(right, 'seed').toLowerCase();
    expect(wrong.length).not.toBe(right.length);
    expect(wrong[0]).not.toBe(right.toLowerCase()[0]);
  },
);

test('depends on the seed alone, otherwise', () => {
  expect(wrongPasswordFor('a', 'seed')).toBe(wrongPasswordFor('b', 'seed'));
  expect(wrongPasswordFor('a', 'seed')).not.toBe(wrongPasswordFor('a', 'other'));
});
