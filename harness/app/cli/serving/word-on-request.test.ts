import { expect, test } from 'vitest';
import { goldenSession } from '../../../testing/golden-session.ts';
import { wordOnRequest } from './word-on-request.ts';

const { exchanges } = await goldenSession();
const [issue] = exchanges.filter(({ request }) => Buffer.from(request.body).includes('200512/Issue'));
if (!issue) throw new Error('the golden session has no enrollment');
const { request } = issue;
const changed = (what: RegExp | string, by: string) => {
  const text = Buffer.from(request.body).toString('utf8');
  expect(text).toMatch(what);
  return { ...request, body: Buffer.from(text.replace(what, by)) };
};

test('a request without TokenType is not valid, and the section that asks for it is named', () => {
  const cut = changed(/<wst:TokenType>.*?<\/wst:TokenType>/, '');
  expect(wordOnRequest('issue', cut)).toEqual([
    expect.stringMatching(/^not valid: line 1, \/s:Envelope.*TokenType/),
    'asked in vain: TokenType is missing (MS-MDE2 3.4.4.1.1.1)',
  ]);
});

test('a valid request may lack what is asked beyond its schema', () => {
  expect(wordOnRequest('issue', changed(/"DeviceID"/, '"Other"'))).toEqual([
    'valid',
    'asked in vain: AdditionalContext has no DeviceID (MS-MDE2 3.4.4.1.1.1.1)',
  ]);
});

test('a wrong namespace is named with the right one', () => {
  const words = wordOnRequest('issue', changed(/2006\/12\/authorization/g, '2006/12/authorization/'));
  expect(words).toContain(
    'AdditionalContext in line 1 is in the namespace "http://schemas.xmlsoap.org/ws/2006/12/authorization/"; the right one is "http://schemas.xmlsoap.org/ws/2006/12/authorization".',
  );
});

test('a request that is not well-formed is said to be so, and nothing more', () => {
  expect(wordOnRequest('issue', { ...request, body: Buffer.from('<a>') })).toEqual([
    expect.stringMatching(/^not well-formed: line 1, /),
  ]);
});

test('nothing is said of what is no message of enrollment', () => {
  expect(wordOnRequest('probe', request)).toEqual([]);
  expect(wordOnRequest(undefined, request)).toEqual([]);
  expect(wordOnRequest('discover', { ...request, method: 'GET' })).toEqual([]);
});

test('what devices send is valid, and does all that is asked', () => {
  const own = exchanges.filter(({ label }) => label?.scenario === 'windows-enrollment' && label.name !== 'probe');
  const kinds = ['discover', 'get-policies', 'issue'] as const;
  const posted = own.filter((exchange) => exchange.request.method === 'POST');
  expect(posted).toHaveLength(kinds.length);
  for (const [index, exchange] of posted.entries())
    expect(wordOnRequest(kinds[index], exchange.request)).toEqual(['valid']);
});
