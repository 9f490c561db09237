import { expect, test } from 'vitest';
import { parseXml } from './tree.ts';
import { writeXml, XmlWriteError } from './write.ts';

test('elements keep their order, lists repeat an element, and what is undefined is left out', () => {
  const written = writeXml({
    'p:a': { '@_xmlns:p': 'urn:p', b: ['1', 2, { '@_c': true }], d: undefined, e: '', f: 'g' },
  });
  expect(written).toBe('<p:a xmlns:p="urn:p"><b>1</b><b>2</b><b c="true"/><e/><f>g</f></p:a>');
});

test.for(['<&>"\'', ' padded \n', 'tab\tand\r\nreturn', 'é 😀 ]]>', 'true'])('%j is read back as it was', (value) => {
  using tree = parseXml(writeXml({ a: { '@_b': value, '#text': value } }));
  expect(tree.root.text).toBe(value);
  expect(tree.root.attribute('b')).toBe(value);
});

test.for([
  [{ a: { b: 'x\u0000' } }, '/a/b holds the character U+0000 at 1'],
  [{ a: { '@_b': '\uD800' } }, '/a/@b holds the character U+D800'],
  [{ a: ['\uFFFF'] }, '/a holds the character U+FFFF'],
  [{ a: { 'b c': '' } }, '"b c" in /a is not a name'],
  [{ '1a': '' }, '"1a" in the document is not a name'],
] as const)('%j is refused', ([document, reason]) => {
  expect(() => writeXml(document)).toThrow(XmlWriteError);
  expect(() => writeXml(document)).toThrow(reason);
});

test('a refusal does not print the value, which may be a secret', () => {
  expect(() => writeXml({ password: 'hunter2\u0001' })).not.toThrow(/hunter2/);
});
