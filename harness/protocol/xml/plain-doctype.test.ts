import { describe, expect, test } from 'vitest';
import { plainDoctype, withoutPlainDoctype } from './plain-doctype.ts';
import { parseXml } from './tree.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);

describe('a document type that declares nothing', () => {
  test.each([
    ['a name alone', '<!DOCTYPE a>'],
    ['a system identifier', '<!DOCTYPE a SYSTEM "a.dtd" >'],
    ['a public identifier', "<!DOCTYPE a\n PUBLIC '-//A//B' 'a.dtd'>"],
  ])('%s is blanked, and lines keep their numbers', (_, doctype) => {
    const text = `\uFEFF<?xml version="1.0"?>\n<!-- a -->${doctype}\n<a><b/></a>`;
    expect(plainDoctype(bytes(text))?.text).toBe(doctype);
    using tree = parseXml(withoutPlainDoctype(bytes(text)));
    expect(tree.root.line).toBe(text.split('\n').length);
  });
});

describe('not a document type that declares nothing', () => {
  test.each([
    ['an internal subset', '<!DOCTYPE a [<!ENTITY e "e">]><a/>'],
    ['an empty internal subset', '<!DOCTYPE a SYSTEM "a.dtd" []><a/>'],
    ['one in a comment', '<!-- <!DOCTYPE a> --><a/>'],
    ['one inside the root', '<a><!DOCTYPE a></a>'],
    ['one that does not end', '<!DOCTYPE a'],
    ['none', '<a/>'],
  ])('%s: the bytes stay as they are', (_, text) => {
    const document = bytes(text);
    expect(plainDoctype(document)).toBeUndefined();
    expect(withoutPlainDoctype(document)).toBe(document);
  });
});
