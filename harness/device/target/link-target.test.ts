import { expect, test } from 'vitest';
import { linkTarget } from './link-target.ts';
import { resolveTarget, type TargetOptions } from './target.ts';
import { TargetError } from './target-error.ts';

const env = { MDE_PASSWORD: 'correct horse' };
const user = 'username=user%40contoso.com';
const resolve = (query: string, options: TargetOptions = {}): Record<string, unknown> => {
  const { url, email } = resolveTarget(`ms-device-enrollment:?${query}`, options, env);
  return { url, email };
};

const standard = 'https://mdm.contoso.com/EnrollmentServer/Discovery.svc';

test.for<[string, TargetOptions, object]>([
  [
    `mode=mdm&${user}&servername=https://mdm.contoso.com/d?t=1`,
    {},
    { url: 'https://mdm.contoso.com/d?t=1', email: 'user@contoso.com' },
  ],
  [`mode=mdm&${user}&servername=https%3A%2F%2Fmdm.contoso.com%2F`, {}, { url: standard, email: 'user@contoso.com' }],
  [
    `mode=MDM&${user}`,
    {},
    { url: 'https://EnterpriseEnrollment.contoso.com/EnrollmentServer/Discovery.svc', email: 'user@contoso.com' },
  ],
  [
    `mode=mdm&${user}&servername=https://mdm.contoso.com`,
    { email: 'b@x.example' },
    { url: standard, email: 'b@x.example' },
  ],
  [
    'mode=mdm',
    { email: 'b@x.example' },
    { url: 'https://EnterpriseEnrollment.x.example/EnrollmentServer/Discovery.svc', email: 'b@x.example' },
  ],
  [
    `mode=mdm&${user}&servername=http%3A%2F%2F127.0.0.1%3A8080%2Fd`,
    {},
    { url: 'http://127.0.0.1:8080/d', email: 'user@contoso.com' },
  ],
  [
    `mode=mdm&${user}&servername=https://mdm.contoso.com&accesstoken=a&tenantidentifier=x.json`,
    {},
    { url: standard, email: 'user@contoso.com' },
  ],
])('%s with %j is a target', ([query, options, expected]) => {
  expect(resolve(query, options)).toEqual(expected);
});

test.for([
  [`mode=aadj&${user}`, /mode=aadj joins the device to Microsoft Entra ID, which needs .*a run takes mode=mdm/],
  ['mode=awa', /mode=awa adds a work or school account/],
  ['mode=mdm', /names neither a server \(servername\) nor a user \(username\); give --email/],
  ['mode=mdm&username=user%40contoso', /"user@contoso" is no e-mail address with a domain to ask/],
  ['mode=mdm&servername=https://mdm.contoso.com', /no user; give --email/],
  [user, /the deep link is wrong: The link has no mode\. Begin the query with mode=mdm/],
  [`mode=mdm&${user}&servername=https://h.example/?a=1&b=2`, /A raw "&" cuts the URL.*Percent-encode the whole URL/],
  [`mode=mdm&${user}&servername=http://h.example/`, /only https: is allowed/],
  [`mode=mdm&${user}&servername=h.example`, /no absolute URL with https:/],
  [`mode=mdm&${user}&enrollmenturl=https://h.example`, /"enrollmenturl" is no parameter/],
  [`mode=mdm&${user}&accesstoken=hush&hush=1`, /may be a piece of the token/],
] as const)('%s is refused', ([query, message]) => {
  expect(() => resolve(query)).toThrow(TargetError);
  expect(() => resolve(query)).toThrow(message);
  expect(() => resolve(query)).not.toThrow(/hush/);
});

test('what is no deep link says nothing', () => {
  expect(linkTarget('contoso.com')).toBeUndefined();
});
