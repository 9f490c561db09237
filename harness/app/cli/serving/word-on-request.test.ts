import { expect, test } from 'vitest';
import { goldenSession } from '../../testing/golden-session.ts';
import { invalidGrant } from './invalid-grant.ts';

const { exchanges } = await goldenSession();
const [issue] = exchanges.filter(({ request }) => Buffer.from(request.body).includes('RequestSecurityToken'));
const answered = (status: number) => ({
  status,
  statusText: '',
  httpVersion: 'HTTP/1.1',
  headers: [],
  body: Buffer.of(),
});

test('a request without TokenType that was granted is named', () => {
  if (!issue) throw new Error('the golden session has no enrollment');
  const text = Buffer.from(issue.request.body).toString('utf8');
  const cut = { ...issue.request, body: Buffer.from(text.replace(/<wst:TokenType>.*?<\/wst:TokenType>/, '')) };
  expect(invalidGrant(cut, answered(200))).toMatch(
    /^note: this server granted a request-security-token that is not valid: line 1, \/s:Envelope.*TokenType/,
  );
  expect(invalidGrant(cut, answered(500))).toBeUndefined();
  expect(invalidGrant({ ...cut, method: 'GET' }, answered(200))).toBeUndefined();
});

test('nothing is said of what devices send', () => {
  const own = exchanges.filter(({ label }) => label?.scenario === 'windows-enrollment');
  expect(own.length).toBeGreaterThan(3);
  expect(own.map(({ request }) => invalidGrant(request, answered(200)))).toEqual(own.map(() => undefined));
});
