import { describe, expect, test } from 'vitest';
import { parseXml } from '../../../harness/protocol/xml/tree.ts';
import { firstDifference } from './difference.ts';

/** Name of the first element that differs, with its text. */
function difference(a: string, b: string): string | undefined {
  using left = parseXml(a);
  using right = parseXml(b);
  const found = firstDifference(left.root, right.root);
  return found && `${found.name} "${found.text}"`;
}

const nil = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"';

describe('two elements say the same', () => {
  test('with other prefixes and other white space between elements', () => {
    expect(
      difference('<r xmlns="urn:a"><c>1</c></r>', '<p:r xmlns:p="urn:a">\n  <p:c>1</p:c>\n</p:r>'),
    ).toBeUndefined();
  });
});

describe('the first difference is', () => {
  test('a text', () => {
    expect(difference('<r><a>1</a><b>2</b></r>', '<r><a>1</a><b>3</b></r>')).toBe('b "3"');
  });
  test('a child more', () => {
    expect(difference('<r><a/></r>', '<r><a/><a/></r>')).toBe('r ""');
  });
  test('an element that is nil', () => {
    expect(difference('<r><a/></r>', `<r><a ${nil}/></r>`)).toBe('a ""');
  });
  test('a namespace', () => {
    expect(difference('<r><a/></r>', '<r><a xmlns="urn:a"/></r>')).toBe('a ""');
  });
});
