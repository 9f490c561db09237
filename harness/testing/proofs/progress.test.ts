import { expect, test } from 'vitest';
import { createProgress } from './progress.ts';

function told(total: number, steps: readonly boolean[], isTTY: boolean): string[] {
  const texts: string[] = [];
  const progress = createProgress('proofs', total, { isTTY, write: (text) => texts.push(text) });
  for (const isKept of steps) progress.step(isKept);
  progress.end();
  return texts;
}

test('on a terminal each step redraws the line, and the end leaves it', () => {
  const texts = told(2, [true, false], true);
  expect(texts).toEqual([
    expect.stringMatching(/^\r\u001B\[2Kproofs 1\/2, 1 of them unchanged \(\d+ s\)$/),
    expect.stringMatching(/^\r\u001B\[2Kproofs 2\/2, 1 of them unchanged \(\d+ s\)$/),
    '\n',
  ]);
});

test('elsewhere ten lines are enough', () => {
  const texts = told(
    200,
    Array.from({ length: 200 }, () => false),
    false,
  );
  expect(texts).toHaveLength(10);
  expect(texts.at(-1)).toMatch(/^proofs 200\/200 \(\d+ s\)\n$/);
});
