import { expect, test } from 'vitest';
import { bodyText } from './body-text.ts';

const largest = 4 * 1024 * 1024;
/** Milliseconds of this process: on an idle machine it takes some fifty. */
const longest = 1_000;

test('a body of nothing but line ends is text, at the cost of its length', () => {
  const before = process.cpuUsage();
  const { text, notes } = bodyText(new Uint8Array(largest).fill(0x0a));
  const { user, system } = process.cpuUsage(before);
  expect({ length: text.length, notes }).toEqual({ length: largest, notes: [] });
  expect((user + system) / 1000).toBeLessThan(longest);
});

test.each([
  ['a tenth of zeros', '\0' + 'a'.repeat(9), []],
  [
    'more than a tenth of zeros',
    '\0\0' + 'a'.repeat(9),
    ['This body is not text; its first bytes are shown in hexadecimal.'],
  ],
  ['line ends and tabs', '\r\n\t\n', []],
  ['nothing', '', []],
])('a body of %s is shown as what it is', (_, body, notes) => {
  expect(bodyText(Buffer.from(body)).notes).toEqual(notes);
});
