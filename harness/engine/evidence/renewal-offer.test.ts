import { describe, expect, test } from 'vitest';
import { parseXml } from '../../protocol/xml/tree.ts';
import { isAutomatic } from './renewal-offer.ts';

describe('renewal is offered', () => {
  test.each([
    ['true', true],
    ['TRUE', true],
    ['1', true],
    ['yes', true],
    ['', true],
    ['false', false],
    [' False ', false],
    ['0', false],
  ])('by ROBOSupport "%s": %s', (value, expected) => {
    using tree = parseXml(`<characteristic type="Renew"><parm name="ROBOSupport" value="${value}"/></characteristic>`);
    expect(isAutomatic(tree.root)).toBe(expected);
  });

  test('neither without ROBOSupport nor without settings', () => {
    using tree = parseXml('<characteristic type="Renew"/>');
    expect(isAutomatic(tree.root)).toBe(false);
    expect(isAutomatic(undefined)).toBe(false);
  });
});
