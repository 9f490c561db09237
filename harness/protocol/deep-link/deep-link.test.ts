import { expect, test } from 'vitest';
import { deepLink, deepLinkAnchor, WrongDeepLink, type DeepLinkContent } from './deep-link.ts';
import { linkValue, readDeepLink } from './read-deep-link.ts';

test('a link holds each value percent-encoded, in the order of the documents', () => {
  expect(
    deepLink({
      ownership: 2,
      servername: 'https://mdm.contoso.com/d?a=1&b=2',
      username: "o'neil+x@contoso.com",
      accesstoken: 'a b&c=d/+%',
    }),
  ).toBe(
    'ms-device-enrollment:?mode=mdm&username=o%27neil%2Bx%40contoso.com' +
      '&servername=https%3A%2F%2Fmdm.contoso.com%2Fd%3Fa%3D1%26b%3D2&accesstoken=a%20b%26c%3Dd%2F%2B%25&ownership=2',
  );
  expect(deepLink({ mode: 'aadj' })).toBe('ms-device-enrollment:?mode=aadj');
});

test('every mark of a text comes back', () => {
  const text = Array.from({ length: 0x250 }, (_, code) => String.fromCodePoint(code + 0x20)).join('');
  const marks = text.replaceAll(/\p{Cc}/gu, '');
  const link = readDeepLink(deepLink({ tenantidentifier: `${marks}😀` }));
  expect(link && linkValue(link, 'tenantidentifier')).toBe(`${marks}😀`);
  expect(link?.defects).toEqual([]);
});

test.for<[DeepLinkContent, RegExp]>([
  [{ mode: 'mam' as never }, /^mode "mam" is not allowed; allowed is mdm, awa, aadj$/],
  [{ mode: 'toString' as never }, /^mode "toString" is not allowed/],
  [{ username: 'user' }, /^username "user" .* such as user@contoso\.com$/],
  [{ servername: 'http://h.example' }, /^servername .* a URL with https:/],
  [{ servername: 'h.example' }, /^servername "h\.example" is not allowed/],
  [{ ownership: 4 as never }, /^ownership "4" is not allowed; allowed is 1, 2 or 3$/],
  [{ deviceidentifier: 'PC-17' }, /^deviceidentifier "PC-17" is not allowed; allowed is a GUID/],
  [{ tenantidentifier: ' ' }, /^tenantidentifier .* not empty/],
  [{ tenantidentifier: '\uD800' }, /^tenantidentifier holds half a character/],
  [{ accesstoken: 'hush\n' }, /^accesstoken is not allowed; allowed is a text that is not empty/],
])('%j is refused by name', ([content, message]) => {
  expect(() => deepLink(content)).toThrow(WrongDeepLink);
  expect(() => deepLink(content)).toThrow(message);
});

test('an anchor escapes the link and the text for HTML', () => {
  const link = deepLink({ username: 'u@x.example' });
  expect(deepLinkAnchor(link, 'Connect <this> & "that"')).toBe(
    '<a href="ms-device-enrollment:?mode=mdm&amp;username=u%40x.example">Connect &lt;this&gt; &amp; &quot;that&quot;</a>',
  );
});
