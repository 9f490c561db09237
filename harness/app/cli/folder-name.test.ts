import path from 'node:path';
import { expect, test } from 'vitest';
import { folderName } from './folder-name.ts';

test.each([
  ['recordings/one.har', 'one'],
  ['...har', 'recording'],
  ['..har', 'recording'],
  ['.har', '.har'],
  ['con.har', '_con'],
  ['Lpt1.x.har', '_Lpt1.x'],
  ['console.har', 'console'],
  ['a\\b:c?.har', 'a_b_c_'],
  ['line\nfeed\u202E.har', 'line_feed_'],
  ['dots. . .har', 'dots'],
  [' .har', 'recording'],
])('the report of %j goes into the folder %j', (file, name) => {
  expect(folderName(file)).toBe(name);
});

test('a long name is cut, and stays apart from one that differs at its end', () => {
  const long = 'é'.repeat(110);
  const names = [folderName(`${long}a.har`), folderName(`${long}b.har`)];
  expect(new Set(names).size).toBe(2);
  expect(names.every((name) => Buffer.byteLength(name) <= 120 && path.basename(name) === name)).toBe(true);
});
