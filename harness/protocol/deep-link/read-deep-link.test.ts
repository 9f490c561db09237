import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deepLink } from './deep-link.ts';
import { linkValue, readDeepLink, type DeepLink } from './read-deep-link.ts';

const whole = deepLink({
  username: 'user+tag@contoso.com',
  servername: 'https://mdm.contoso.com/EnrollmentServer/Discovery.svc?tenant=a&b=c#d',
  deviceidentifier: '7e3a9a52-0c60-4bd2-b5a3-1d0f8e6b2c41',
  tenantidentifier: 'Contoso & Söhne',
  ownership: 3,
});

function read(text: string): DeepLink {
  const link = readDeepLink(text);
  if (!link) throw new Error(`${text} was not read`);
  return link;
}

const kinds = (text: string): readonly string[] => read(text).defects.map(({ kind }) => kind);

test('a link that is built right is read back, without a defect', () => {
  const link = read(whole);
  expect(link).toMatchObject({ mode: 'mdm', defects: [] });
  expect(Object.fromEntries(link.parameters.map(({ parameter, value }) => [parameter.name, value]))).toEqual({
    mode: 'mdm',
    username: 'user+tag@contoso.com',
    servername: 'https://mdm.contoso.com/EnrollmentServer/Discovery.svc?tenant=a&b=c#d',
    deviceidentifier: '7e3a9a52-0c60-4bd2-b5a3-1d0f8e6b2c41',
    tenantidentifier: 'Contoso & Söhne',
    ownership: '3',
  });
});

test.for([
  ['the shortest link of the document', 'ms-device-enrollment:?mode=mdm'],
  [
    'the other link of the document, whose URL is not escaped',
    'ms-device-enrollment:?mode=mdm&username=someone@example.com&servername=https://example.server.com',
  ],
  ['capitals, as the table of the document has them', 'ms-device-enrollment:?mode=MDM'],
  ['the scheme in capitals', 'MS-DEVICE-ENROLLMENT:?mode=aadj'],
  ['white space around it', ' ms-device-enrollment:?mode=awa\n'],
  ['a server with a query of one value', 'ms-device-enrollment:?mode=mdm&servername=https://h.example/d?tenant=1'],
  ['a GUID in braces', 'ms-device-enrollment:?mode=mdm&deviceidentifier=%7B7e3a9a52-0c60-4bd2-b5a3-1d0f8e6b2c41%7D'],
] as const)('%s has no defect', ([, text]) => {
  expect(kinds(text)).toEqual([]);
});

test.for([
  ['ms-device-enrollment:', ['no-mode']],
  ['ms-device-enrollment:?username=u%40x', ['no-mode']],
  ['ms-device-enrollment://?mode=mdm', ['form']],
  ['ms-device-enrollment://[', ['form', 'no-mode']],
  ['ms-device-enrollment:%3Fmode%3Dmdm', ['form', 'no-mode']],
  ['ms-device-enrollment:?mode=mam', ['wrong-mode']],
  ['ms-device-enrollment:?mode=', ['empty-value']],
  ['ms-device-enrollment:?mode', ['empty-value']],
  ['ms-device-enrollment:?Mode=mdm', ['letter-case']],
  ['ms-device-enrollment:?mode=mdm&mode=awa', ['repeated-parameter']],
  ['ms-device-enrollment:?mode=mdm&mode=mdm&mode=mdm', ['repeated-parameter']],
  ['ms-device-enrollment:?mode=mdm&enrollmenturl=https%3A%2F%2Fh', ['unknown-parameter']],
  ['ms-device-enrollment:?mode=mdm&amp;username=u%40x.example', ['escaped-ampersand']],
  ['ms-device-enrollment:?mode=mdm&username=first+last%40x.example', ['plus-sign']],
  ['ms-device-enrollment:?mode=mdm&username=first%20last%40x.example', ['wrong-username']],
  ['ms-device-enrollment:?mode=mdm&username=u%E4%40x.example', ['wrong-escape', 'wrong-username']],
  ['ms-device-enrollment:?mode=mdm&username=u ser@x.example', ['unescaped-character', 'wrong-username']],
  ['ms-device-enrollment:?mode=mdm&username=CONTOSO%5Cuser', ['wrong-username']],
  ['ms-device-enrollment:?mode=mdm&servername=http%3A%2F%2Fh.example', ['plain-server']],
  ['ms-device-enrollment:?mode=mdm&servername=h.example', ['wrong-server']],
  ['ms-device-enrollment:?mode=mdm&servername=https%3A%2F%2Fu%3Ap%40h.example', ['wrong-server']],
  ['ms-device-enrollment:?mode=mdm&servername=https://h.example/d?a=1&b=2', ['cut-server']],
  ['ms-device-enrollment:?mode=mdm&servername=https://h.example/#a', ['cut-link']],
  ['ms-device-enrollment:?mode=mdm&ownership=0', ['wrong-ownership']],
  ['ms-device-enrollment:?mode=mdm&ownership=4', ['wrong-ownership']],
  ['ms-device-enrollment:?mode=mdm&deviceidentifier=PC-17', ['wrong-device-identifier']],
  [
    'ms-device-enrollment:?mode=mdm&deviceidentifier=(7e3a9a52-0c60-4bd2-b5a3-1d0f8e6b2c41',
    ['wrong-device-identifier'],
  ],
  ['ms-device-enrollment:?mode=mdm&accesstoken=abc', ['shown-secret']],
] as const)('%s: %s', ([text, expected]) => {
  expect(kinds(text)).toEqual(expected);
});

test('another scheme is no deep link', () => {
  expect(readDeepLink('https://contoso.com/?mode=mdm')).toBeUndefined();
  expect(readDeepLink('ms-device-enrolment:?mode=mdm')).toBeUndefined();
});

describe('the access token is in nothing that was read', () => {
  test.for([
    'ms-device-enrollment:?mode=mdm&accesstoken=hush%2Fhush',
    'ms-device-enrollment:?mode=mdm&accesstoken=hush&hushhush=1&more=hush',
    'ms-device-enrollment:?mode=mdm&AccessToken=hush',
    'ms-device-enrollment:?mode=mdm&access%74oken=hush',
    'ms-device-enrollment:?mode=mdm&amp;amp;accesstoken=hush',
    'ms-device-enrollment:?mode=mdm&accesstoken=a#hush',
    'ms-device-enrollment:?mode=mdm%26accesstoken%3Dhush',
    'ms-device-enrollment:%3Fmode%3Dmdm%26accesstoken%3Dhush',
    'ms-device-enrollment:?mode=mdm&access_token=hush',
    'ms-device-enrollment:?mode=mdm&servername=http%3A%2F%2Fh.example%2F%3Fcode%3Dhush',
    'ms-device-enrollment:?mode=mdm&servername=https%3A%2F%2Fu%3Ahush%40h.example',
    'ms-device-enrollment:?mode=mdm&accesstoken=hush+hush&accesstoken=hush%',
  ])('%s', (text) => {
    expect(JSON.stringify(read(text).defects)).not.toContain('hush');
    expect(linkValue(read(text), 'accesstoken')).toBeUndefined();
  });
});

test('no other parameter loses its value to the access token before it', () => {
  const link = read('ms-device-enrollment:?accesstoken=a&username=u%40x.example&mode=mdm');
  expect(linkValue(link, 'username')).toBe('u@x.example');
});

test('each defect says what to write, and what a device does or that it is not known', () => {
  const { defects } = read('ms-device-enrollment://?x=1&mode=a+b&servername=https://h/?a=1&b=2#c');
  expect(defects.length).toBeGreaterThan(4);
  for (const { says, remedy, effect } of defects) {
    expect(says).toMatch(/^.+[^.]$/);
    expect(remedy).toMatch(/^(?:Write|Use|Percent-encode|Give|Let|Escape|Begin)\b.*[^.]$/);
    if (effect.known) expect(effect.source).not.toBe('');
  }
});

test('whatever stands in a link is read, and what is left of an access token in it is never shown', () => {
  const piece = fc.oneof(
    fc.constantFrom('&', '=', '#', '?', '%', '+', '&amp;', 'mode=mdm', '&username=', '&servername=https://h/', '&x=1'),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const pieces = fc.array(piece, { maxLength: 8 }).map((all) => all.join(''));
  fc.assert(
    fc.property(pieces, pieces, (before, after) => {
      const link = read(`ms-device-enrollment:?${before}&accesstoken=hushhush${after}`);
      expect(JSON.stringify(link)).not.toContain('hushhush');
    }),
    { numRuns: 500 },
  );
});
