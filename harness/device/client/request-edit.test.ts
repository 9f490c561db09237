import { describe, expect, test } from 'vitest';
import type { HttpRequest } from '../../wire/exchange/exchange.ts';
import { VoidEdit } from '../../protocol/xml/edit.ts';
import { editRequest, VoidRequestEdit } from './request-edit.ts';
import type { RequestEdit } from './request-edit.ts';

const body = Buffer.from('<a><b>1</b></a>');
const request: HttpRequest = {
  method: 'POST',
  url: 'https://one.example/path',
  headers: [
    ['Content-Type', 'text/xml'],
    ['Content-Length', String(body.length)],
    ['Host', 'one.example'],
  ],
  body,
};

const cases: readonly (readonly [string, RequestEdit, string])[] = [
  ['an XML edit', { xml: { op: 'set', at: '//b', to: '22' } }, '<a><b>22</b></a>'],
  ['a replaced text', { replace: '<b>', by: '<b x="$&">' }, '<a><b x="$&">1</b></a>'],
  ['a cut', { cut: 4 }, '<a><b>1</b>'],
  ['a text before', { before: '<?xml version="1.0"?>' }, '<?xml version="1.0"?><a><b>1</b></a>'],
];

describe('the body', () => {
  test.for(cases)('%s changes it, and Content-Length follows', ([, edit, expected]) => {
    const edited = editRequest(request, [edit]);
    expect(Buffer.from(edited.body).toString()).toBe(expected);
    expect(edited.headers).toContainEqual(['Content-Length', String(expected.length)]);
  });
});

test('a header is set in its place, added at the end, or removed', () => {
  expect(editRequest(request, [{ header: 'content-type', to: 'x/y' }]).headers[0]).toEqual(['Content-Type', 'x/y']);
  expect(editRequest(request, [{ header: 'Expect', to: 'x' }]).headers.at(-1)).toEqual(['Expect', 'x']);
  expect(editRequest(request, [{ header: 'Content-Type' }]).headers[0]).toEqual(['Content-Length', '15']);
});

test('another address takes its Host along, another method nothing', () => {
  expect(editRequest(request, [{ url: 'https://two.example:8443/' }])).toMatchObject({
    url: 'https://two.example:8443/',
    headers: [
      ['Content-Type', 'text/xml'],
      ['Content-Length', '15'],
      ['Host', 'two.example:8443'],
    ],
  });
  expect(editRequest(request, [{ method: 'PUT' }])).toEqual({ ...request, method: 'PUT' });
});

test('an edit that changes nothing is an error', () => {
  expect(() => editRequest(request, [{ replace: 'zzz', by: '' }])).toThrow(VoidRequestEdit);
  expect(() => editRequest(request, [{ xml: { op: 'remove', at: '//c' } }])).toThrow(VoidEdit);
});
