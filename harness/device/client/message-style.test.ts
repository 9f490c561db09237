import { expect, test } from 'vitest';
import { writeXml } from '../../protocol/xml/write.ts';
import { writeStyled } from './message-style.ts';

const message = {
  's:Envelope': {
    '@_xmlns:s': 'urn:s',
    '@_xmlns:w': 'urn:w',
    's:Header': { 's:To': { '@_s:mustUnderstand': '1', '#text': 'x' } },
    's:Body': { 'w:Token': { 'w:Item': ['1', '2'] }, Discover: { '@_xmlns': 'urn:d', request: { A: '1', B: '2' } } },
  },
};

test('elements, attributes and declarations get other prefixes', () => {
  expect(writeStyled(message, { prefixes: { s: 'soap', w: '', '': 'm' } })).toBe(
    '<soap:Envelope xmlns:soap="urn:s" xmlns="urn:w"><soap:Header><soap:To soap:mustUnderstand="1">x</soap:To></soap:Header>' +
      '<soap:Body><Token><Item>1</Item><Item>2</Item></Token>' +
      '<m:Discover xmlns:m="urn:d"><m:request><m:A>1</m:A><m:B>2</m:B></m:request></m:Discover></soap:Body></soap:Envelope>',
  );
});

test('white space surrounds the named texts only, attributes beside them or not', () => {
  const padded = writeStyled(message, { padded: ['s:To', 'A'] });
  expect(padded).toContain('mustUnderstand="1">\n        x\n        </s:To>');
  expect(padded).toContain('<A>\n        1\n        </A><B>2</B>');
});

test('the children of request come in another order, the unnamed ones last', () => {
  expect(writeStyled(message, { discoverOrder: ['B'] })).toContain('<request><B>2</B><A>1</A></request>');
});

test('the named texts are in upper case', () => {
  expect(writeStyled(message, { upperCase: ['s:To'], padded: ['s:To'] })).toContain('>\n        X\n        </s:To>');
});

test('the port is named in a:To', () => {
  const addressed = { 'a:To': { '#text': 'https://host/x' }, 'a:Address': 'https://host/y' };
  expect(writeStyled(addressed, { portInTo: true })).toBe(
    '<a:To>https://host:443/x</a:To><a:Address>https://host/y</a:Address>',
  );
});

test('comments stand before the element in the Body and at its end', () => {
  expect(writeStyled({ 's:Body': { Discover: { A: '1' } } }, { comment: 'c' })).toBe(
    '<s:Body><!-- c --><Discover><A>1</A><!-- c --></Discover></s:Body>',
  );
});

test('a declaration comes first', () => {
  expect(writeStyled(message, { declaration: true })).toMatch(
    /^<\?xml version="1\.0" encoding="utf-8"\?>\n<s:Envelope /,
  );
});

test('without a style nothing changes', () => {
  expect(writeStyled(message, {})).toBe(writeXml(message));
});
