import { describe, expect, test } from 'vitest';
import { parseXml } from '../../../harness/protocol/xml/tree.ts';
import { booleanOf, integerOf } from './values.ts';

function read<T>(text: string, reader: (node: ReturnType<typeof parseXml>['root']) => T): T {
  using tree = parseXml(`<v>${text}</v>`);
  return reader(tree.root);
}

describe('an integer', () => {
  for (const [text, value] of [
    ['3', 3n],
    [' +03\n', 3n],
    ['-0', 0n],
    ['18446744073709551615', 18446744073709551615n],
    ['3.0', undefined],
    ['0x3', undefined],
    ['', undefined],
  ] as const) {
    test(`"${text}" is read as ${value}`, () => {
      expect(read(text, integerOf)).toBe(value);
    });
  }
});

describe('a boolean', () => {
  for (const [text, value] of [
    ['true', true],
    [' 1 ', true],
    ['0', false],
    ['True', undefined],
  ] as const) {
    test(`"${text}" is read as ${value}`, () => {
      expect(read(text, booleanOf)).toBe(value);
    });
  }
});
