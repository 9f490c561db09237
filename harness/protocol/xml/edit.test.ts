import { describe, expect, test } from 'vitest';
import type { XmlEdit } from './xml-edit.ts';
import { editXml, UnusableEdit, VoidEdit } from './edit.ts';
import { XmlSyntaxError } from './tree.ts';

const enrollment = 'http://schemas.microsoft.com/windows/management/2012/01/enrollment';
const wrap = (content: string): string => `<?xml version='1.0'?>
<soap:Envelope  xmlns:soap = "http://www.w3.org/2003/05/soap-envelope"><!-- <A> -->
  <soap:Body><D xmlns="${enrollment}">${content}</D></soap:Body>
</soap:Envelope >\n`;
const before = `<A p='1' q="a>b"\n>x&amp;y</A> <B/><A>2</A>`;

function edited(edit: XmlEdit, content = before): string {
  return Buffer.from(editXml(Buffer.from(wrap(content)), edit)).toString();
}

describe('an edit changes what it names and keeps the rest to the byte', () => {
  test.for<[string, XmlEdit, string]>([
    ['sets a text', { op: 'set', at: '//d:A[1]', to: '<é>' }, `<A p='1' q="a>b"\n>&lt;é&gt;</A> <B/><A>2</A>`],
    ['sets every match', { op: 'set', at: '//d:A', to: '' }, `<A p='1' q="a>b"\n></A> <B/><A></A>`],
    ['fills an empty element', { op: 'set', at: '//d:B', to: 'x' }, `<A p='1' q="a>b"\n>x&amp;y</A> <B>x</B><A>2</A>`],
    ['sets an attribute', { op: 'set', at: '//@q', to: '"\n' }, `<A p='1' q="&quot;&#10;"\n>x&amp;y</A> <B/><A>2</A>`],
    ['removes elements', { op: 'remove', at: '//d:A' }, ' <B/>'],
    ['removes an attribute', { op: 'remove', at: '//@p' }, `<A q="a>b"\n>x&amp;y</A> <B/><A>2</A>`],
    ['renames', { op: 'rename', at: '//d:A[2]', to: 'Z' }, `<A p='1' q="a>b"\n>x&amp;y</A> <B/><Z>2</Z>`],
    ['renames an empty element', { op: 'rename', at: '//d:B', to: 'Z' }, `<A p='1' q="a>b"\n>x&amp;y</A> <Z/><A>2</A>`],
    ['duplicates', { op: 'duplicate', at: '//d:B' }, `<A p='1' q="a>b"\n>x&amp;y</A> <B/><B/><A>2</A>`],
    ['swaps', { op: 'swap', at: '//d:A' }, `<B/> <A p='1' q="a>b"\n>x&amp;y</A><A>2</A>`],
    [
      'adds an attribute',
      { op: 'attribute', at: '//d:B', name: 'z', to: '<' },
      `<A p='1' q="a>b"\n>x&amp;y</A> <B z="&lt;"/><A>2</A>`,
    ],
    ['appends', { op: 'append', at: '//d:A[2]', xml: '<C/>' }, `<A p='1' q="a>b"\n>x&amp;y</A> <B/><A>2<C/></A>`],
    [
      'appends to an empty element',
      { op: 'append', at: '//d:B', xml: '<C/>t' },
      `<A p='1' q="a>b"\n>x&amp;y</A> <B><C/>t</B><A>2</A>`,
    ],
  ])('%s', ([, edit, after]) => {
    expect(edited(edit)).toBe(wrap(after));
  });

  test('renaming to another namespace leaves the children where they are', () => {
    expect(edited({ op: 'rename', at: '//d:A', to: '{urn:x}Z' }, '<A><B/></A>')).toBe(
      wrap('<e1:Z xmlns:e1="urn:x"><B/></e1:Z>'),
    );
  });

  test('renaming keeps a prefix', () => {
    expect(edited({ op: 'rename', at: '/s:Envelope/s:Body', to: 'body' })).toContain('<soap:body><D');
  });

  test('an attribute in a namespace brings its declaration', () => {
    const nil = '{http://www.w3.org/2001/XMLSchema-instance}nil';
    expect(edited({ op: 'attribute', at: '//d:B', name: nil, to: 'true' }, '<B/>')).toBe(
      wrap('<B xmlns:e1="http://www.w3.org/2001/XMLSchema-instance" e1:nil="true"/>'),
    );
  });

  test('what is appended may use the fixed prefixes that the message does not declare', () => {
    expect(edited({ op: 'append', at: '//d:B', xml: '<a:To/>' }, '<B/>')).toBe(
      wrap('<B xmlns:a="http://www.w3.org/2005/08/addressing"><a:To/></B>'),
    );
  });

  test('a match inside another match is replaced with it', () => {
    expect(edited({ op: 'remove', at: '//d:A | //d:B' }, '<A><B/></A>')).toBe(wrap(''));
    expect(edited({ op: 'set', at: '//d:A | //d:B', to: 'x' }, '<A><B>1</B></A>')).toBe(wrap('<A>x</A>'));
  });

  test('nested matches are each renamed', () => {
    expect(edited({ op: 'rename', at: '//d:A', to: 'Z' }, '<A><A/></A>')).toBe(wrap('<Z><Z/></Z>'));
  });

  test('a byte order mark stays', () => {
    expect([...editXml(Buffer.from('\uFEFF<a>1</a>'), { op: 'set', at: '/a', to: '2' }).subarray(0, 4)]).toEqual([
      0xef, 0xbb, 0xbf, 0x3c,
    ]);
  });
});

describe('an edit that changes nothing never counts', () => {
  test.for<[string, XmlEdit]>([
    ['no match', { op: 'remove', at: '//d:Z' }],
    ['the text that is there', { op: 'set', at: '//d:A[2]', to: '2' }],
    ['the name that is there', { op: 'rename', at: '//d:B', to: 'B' }],
    ['no next sibling', { op: 'swap', at: '//d:A[2]' }],
    ['nothing to append', { op: 'append', at: '//d:B', xml: '' }],
    ['an attribute to rename', { op: 'rename', at: '//@p', to: 'q' }],
  ])('%s', ([, edit]) => {
    expect(() => edited(edit)).toThrow(VoidEdit);
  });
});

test.for<[string, XmlEdit]>([
  ['removing the root', { op: 'remove', at: '/s:Envelope' }],
  ['adding an attribute twice', { op: 'attribute', at: '//d:A[1]', name: 'p', to: '2' }],
  ['appending what is no XML', { op: 'append', at: '//d:A[1]', xml: '<b>' }],
])('%s is refused, for it leaves no document', ([, edit]) => {
  expect(() => edited(edit)).toThrow(UnusableEdit);
});

test('what is no XML cannot be edited', () => {
  expect(() => editXml(Buffer.from('{}'), { op: 'remove', at: '/a' })).toThrow(XmlSyntaxError);
});
