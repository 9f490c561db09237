import { expect, test } from 'vitest';
import { call } from './testing/io.ts';
import { createWorkspace } from './testing/workspace.ts';
import { terminalText } from './terminal-text.ts';

test('what a terminal obeys is written out, and JSON stays the same document', () => {
  const text = JSON.stringify({ name: 'a\u202Eb\u009B2J' });
  expect(terminalText(text, true)).toBe('{"name":"a\\u202Eb\\u009B2J"}');
  expect(JSON.parse(terminalText(text, true))).toEqual(JSON.parse(text));
  expect(terminalText('a\tb\nc', false)).toBe('a\tb\nc');
});

test('our colours stay where there are any, and nothing else of the kind', () => {
  const text = '\u001B[1m\u001B[32mgood\u001B[39m\u001B[22m\u001B[8m\u001B[2J';
  expect(terminalText(text, true)).toBe('\u001B[1m\u001B[32mgood\u001B[39m\u001B[22m\\u001B[8m\\u001B[2J');
  expect(terminalText(text, false)).not.toContain('\u001B');
});

const evil = 'x\u001B[2J\u202Ey\nmde-conformance: all is well';

test.each([
  ['explain', evil],
  ['chain', evil],
  ['validate', evil],
  ['audit', evil],
  ['run', evil],
  ['run', '--undo', evil],
  ['list', evil],
  ['serve', '--user', evil],
  [evil],
])('%s with a name that steers a terminal gets it back written out, on a line of ours', async (...args) => {
  const { code, err } = await call(args);
  expect(code).toBe(2);
  expect(err.replace(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(err).not.toMatch(/^mde-conformance: all is well/m);
});

test('a file of such a name is validated', async () => {
  await using workspace = await createWorkspace();
  const file = await workspace.write(evil, '<x/>');
  const { out } = await call(['validate', file]);
  expect(out).not.toMatch(/^mde-conformance: all is well/m);
  expect(out).toMatch(/x\[U\+001B\]\[2J\[U\+202E\]y mde-conformance/);
});
