import { expect, test } from 'vitest';
import { parseXml, XmlSyntaxError } from '../../protocol/xml/tree.ts';
import type { Header } from '../../wire/exchange/exchange.ts';
import { withheld } from '../../wire/redaction/withheld.ts';
import { unreadBody } from './unread-body.ts';

const envelope = '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body/></s:Envelope>';

test.each<[came: string, body: string | Uint8Array, says: string, headers?: readonly Header[]]>([
  ['JSON', '{"error":"not found"}', 'JSON where SOAP was due: {"error":"not found"}'],
  ['a page', '<!DOCTYPE html>\n<title>Sign\nin</title>', 'an HTML page, title "Sign in"'],
  ['a page without a title', '<html><body>No<br></body></html>', 'an HTML page without a title'],
  ['a page of an application', '<!-- built --><html><title></title>', 'an HTML page without a title'],
  ['a part of a page', '<h1>No<br></h1>', 'an HTML page without a title'],
  ['text', '404 page not found\n', 'text where SOAP was due: 404 page not found'],
  ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), 'gzip that nobody asked for'],
  [
    'UTF-8 that is called utf-16',
    `<?xml version="1.0" encoding="utf-16"?>${envelope}`,
    'a body that is not readable XML: Not well-formed XML: the declaration says utf-16, the bytes are UTF-8 (line 1)',
  ],
  [
    'half a message',
    envelope.slice(0, 50),
    'a message that is cut off after 50 of 2,048 bytes',
    [['content-length', '2048']],
  ],
  [
    'half a page',
    '<html><title>Wait',
    'an HTML page, title "Wait", cut off after 17 of 99 bytes',
    [['Content-Length', '99']],
  ],
  [
    'a message in which a secret was replaced by a shorter placeholder',
    '<a>redacted-password-1<b></a>',
    'a body that is not readable XML: Not well-formed XML: Opening and ending tag mismatch: b line 1 and a (line 1)',
    [['Content-Length', '2048']],
  ],
  [
    'gzip that holds a secret',
    withheld(5601, 'redacted-secret-1'),
    'gzip that nobody asked for',
    [['Content-Encoding', 'gzip']],
  ],
  [
    'something else that holds a secret',
    withheld(5601, 'redacted-secret-1'),
    'a body that is withheld, because it holds a secret or cannot be searched for one',
  ],
  [
    'UTF-16 without a mark',
    Buffer.from(envelope, 'utf16le').swap16(),
    expect.stringMatching(/^a body that is not readable XML: /) as string,
  ],
  ['more than a message', `${envelope}\nWarning: none`, 'bytes after the document (line 2): Warning: none'],
  ['a NUL behind a message', `${envelope}\0`, 'bytes after the document (line 1): \0'],
  [
    'a mistake in the markup',
    '<a><b></a>',
    'a body that is not readable XML: Not well-formed XML: Opening and ending tag mismatch: b line 1 and a (line 1)',
  ],
])('%s is called what it is', (_, text, says, headers = []) => {
  const body = typeof text === 'string' ? Buffer.from(text) : text;
  const response = { status: 200, statusText: '', httpVersion: 'HTTP/1.1', headers, body };
  expect(unreadBody(response, syntaxErrorOf(body))).toEqual(says);
});

test('what is quoted has an end', () => {
  const body = Buffer.from(`{"a":"${'x'.repeat(500)}"}`);
  const response = { status: 200, statusText: '', httpVersion: 'HTTP/1.1', headers: [], body };
  expect(unreadBody(response, syntaxErrorOf(body)).length).toBeLessThan(140);
});

function syntaxErrorOf(body: Uint8Array): XmlSyntaxError {
  try {
    parseXml(body)[Symbol.dispose]();
  } catch (error) {
    if (error instanceof XmlSyntaxError) return error;
    throw error;
  }
  throw new TypeError('the body is readable XML');
}
