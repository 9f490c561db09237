import { afterAll, expect, test } from 'vitest';
import { buildCommand } from '../../app/cli/testing/built-command.ts';
import { expectHeld } from './hold.ts';
import { families } from './index.ts';
import { perform } from './perform.ts';
import { builtTool } from './tools.ts';

const command = await buildCommand();
afterAll(() => command[Symbol.asyncDispose]());

const rows = families.flatMap(({ subject, rows: all }) =>
  all.filter(({ built }) => built).map((row) => [`${subject} ${row.name}`, row] as const),
);

test('a dozen rows are shown to the built command', () => {
  expect(rows.length).toBeGreaterThanOrEqual(12);
});

test.each(rows)('the built command: %s', { timeout: 120_000 }, async (_, { attack, holds }) => {
  expectHeld(await perform(attack, builtTool(command)), holds);
});
