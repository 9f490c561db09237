import { expect, test } from 'vitest';
import { shownCode, shownCodeIn } from './shown-code.ts';

test('the code that a finding names is read back', () => {
  expect(shownCodeIn(`The server answered with HTTP 500${shownCode(0x801901f4)}`)).toBe('0x801901F4');
});

test('an unknown code is not named, and a code that stands elsewhere is not the one that a device shows', () => {
  expect(shownCode(undefined)).toBe('');
  expect(shownCodeIn('The server said 0x801901F4')).toBeUndefined();
});
