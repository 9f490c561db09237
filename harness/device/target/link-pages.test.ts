import { expect, test } from 'vitest';
import { linkPages } from './link-pages.ts';

const secure = 'https://mdm.contoso.example/EnrollmentServer/Discovery.svc';

test('pages may be on any host with HTTPS, and with plain HTTP on loopback like the target', () => {
  expect(linkPages(['https://www.contoso.example/byod?x=1'], secure)).toEqual(['https://www.contoso.example/byod?x=1']);
  expect(linkPages(['http://127.0.0.1:8080/enroll'], 'http://127.0.0.1:9/x')).toHaveLength(1);
});

test.for([
  ['http://www.contoso.example/byod', 'only https: is'],
  ['http://127.0.0.1/enroll', 'only https: is'],
  ['ms-device-enrollment:?mode=mdm', 'only https: is'],
  ['/enroll', 'only https: is'],
  ['https://user:pass-of-it@www.contoso.example/', 'without a user name or password'],
] as const)('%s is refused', ([page, says]) => {
  const refuse = (): unknown => linkPages([page], secure);
  expect(refuse).toThrow(says);
  expect(refuse).not.toThrow('pass-of-it');
});
