import { describe, expect, test } from 'vitest';
import { fit } from './room.ts';
import type { Block } from './room.ts';

/** A block of so many lines, named by a letter. */
function block(name: string, height: number, rest: Partial<Block> = {}): Block {
  const long = Array.from({ length: height }, (_, index) => `${name}${index + 1}`).join('\n');
  return { long, short: name, group: 'defects', ...rest };
}

const warning = (name: string): Block => block(name, 2, { group: 'warnings', isMinor: true });

describe('fit', () => {
  test('shows everything in full where there is room', () => {
    expect(fit([block('a', 3), block('b', 2)], 7)).toEqual(['a1\na2\na3', 'b1\nb2']);
  });

  test('shows the first blocks in full and the others in a line', () => {
    expect(fit([block('a', 3), block('b', 5), block('c', 5)], 8)).toEqual(['a1\na2\na3', 'b\nc']);
  });

  test('counts what has no room at all', () => {
    const blocks = ['a', 'b', 'c', 'd', 'e'].map((name) => block(name, 4));
    expect(fit(blocks, 4)).toEqual(['a\nb\n  … and 3 more defects; --verbose lists them']);
  });

  test('folds warnings before a defect loses a line', () => {
    expect(fit([block('a', 3), warning('w'), warning('x'), warning('y')], 6)).toEqual([
      'a1\na2\na3',
      '  … and 3 more warnings; --verbose lists them',
    ]);
    expect(fit([block('a', 3), warning('w'), warning('x'), warning('y')], 7)).toEqual([
      'a1\na2\na3',
      'w\n  … and 2 more warnings; --verbose lists them',
    ]);
  });

  test('shows warnings in full only where that costs nothing else', () => {
    expect(fit([block('a', 1), warning('w')], 4)).toEqual(['a1\nw1\nw2']);
    expect(fit([block('a', 1), warning('w')], 3)).toEqual(['a1\nw']);
  });

  test('never folds a block that belongs to no group', () => {
    const open: Block = { long: 'open', short: 'open' };
    expect(fit([block('a', 9), block('b', 9), open], 3)).toEqual([
      '  … and 2 more defects; --verbose lists them\nopen',
    ]);
  });

  test('keeps groups apart, and counts no block that stands alone', () => {
    const blocks = [block('a', 4, { group: 'refusals' }), block('b', 4), block('c', 4)];
    expect(fit(blocks, 3)).toEqual(['a\n  … and 2 more defects; --verbose lists them']);
  });
});
