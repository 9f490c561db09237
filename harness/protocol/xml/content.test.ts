import { expect, test } from 'vitest';
import { parseXml } from './tree.ts';
import { contentOf } from './content.ts';

function content(xml: string): string {
  using tree = parseXml(xml);
  return contentOf(tree.root);
}

test('is the same whatever prefixes, padding and order are used', () => {
  const plain = content('<A xmlns="urn:x"><B>1</B><C k="v">2</C></A>');
  expect(content('<p:A xmlns:p="urn:x">\n <p:C k="v"> 2 </p:C>\n <p:B>1</p:B></p:A>')).toBe(plain);
});

test('differs with every name, namespace, attribute and value', () => {
  const variants = [
    '<A><B>1</B></A>',
    '<A><B>2</B></A>',
    '<A><C>1</C></A>',
    '<A xmlns="urn:x"><B>1</B></A>',
    '<A><B k="v">1</B></A>',
    '<A><B k="w">1</B></A>',
    '<A><B>1</B><B>1</B></A>',
  ];
  expect(new Set(variants.map(content)).size).toBe(variants.length);
});
