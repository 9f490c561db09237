import { expect, test } from 'vitest';
import { brokenIntoLines } from './request-text.ts';

const message = (text: string) => ({
  's:Envelope': {
    's:Header': {},
    's:Body': { 'wst:RequestSecurityToken': { 'wsse:BinarySecurityToken': { '@_ValueType': 'x', '#text': text } } },
  },
});

test('only the certificate request is broken into lines', () => {
  const [long, rest] = ['A'.repeat(76), 'BCD='];
  expect(brokenIntoLines(message(`${long}${rest}`))).toEqual(message(`\r\n    ${long}\r\n    ${rest}\r\n  `));
});

test('a message without a certificate request is a mistake of ours', () => {
  expect(() => brokenIntoLines({ 's:Envelope': { 's:Body': {} } })).toThrow('no wst:RequestSecurityToken');
});
