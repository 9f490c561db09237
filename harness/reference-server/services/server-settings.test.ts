import { expect, test } from 'vitest';
import { poolAuthorityKeys } from '../../protocol/pki/build/authority-keys.ts';
import { readCertificate } from '../../protocol/pki/read/certificate.ts';
import { createReferenceServer, type ReferenceServerOptions } from '../mount/handler.ts';
import { answerTo, provisioningIn, texts } from '../testing/answers.ts';
import { discoverRequest, instant, origin, policiesRequest, tokenRequest, user } from '../testing/requests.ts';

const serverWith = (options: Partial<ReferenceServerOptions>) =>
  createReferenceServer({
    origin,
    now: () => instant,
    seed: 'test',
    users: [user],
    keys: poolAuthorityKeys(),
    ...options,
  });

test.for([
  [undefined, 365, 42, 7],
  [60, 60, 30, 7],
  [2, 2, 1, 1],
] as const)(
  'certificates of %s days are promised and issued, with a renewal before their end',
  async ([certificateDays, days, renewal, retry]) => {
    const server = serverWith(certificateDays === undefined ? {} : { certificateDays });
    const policies = await answerTo(policiesRequest(), server);
    expect(texts(policies.body, '//x:certificateValidity/*')).toEqual([
      String(days * 86_400),
      String(renewal * 86_400),
    ]);
    const document = provisioningIn(await answerTo(tokenRequest(), server));
    expect(texts(document, '//characteristic[@type="Renew"]/parm/@value')).toEqual([
      'true',
      String(renewal),
      String(retry),
    ]);
    const [der = ''] = texts(document, '//characteristic[@type="My"]//parm[@name="EncodedCertificate"]/@value');
    const { notAfter } = readCertificate(Buffer.from(der, 'base64'));
    expect(Math.round((notAfter.getTime() - instant.getTime()) / 86_400_000)).toBe(days);
  },
);

test('a prefix replaces the start of every path, wherever one is named', async () => {
  const server = serverWith({ pathPrefix: '/lab/one' });
  expect((await server.handle(discoverRequest())).response.status).toBe(404);
  const at = (request: ReturnType<typeof discoverRequest>, path: string) => ({ ...request, url: `${origin}${path}` });
  const discovered = await answerTo(at(discoverRequest(), '/lab/one/Discovery.svc'), server);
  expect(texts(discovered.body, '//d:EnrollmentPolicyServiceUrl | //d:EnrollmentServiceUrl')).toEqual([
    `${origin}/lab/one/Policy.svc`,
    `${origin}/lab/one/Enrollment.svc`,
  ]);
  const policies = await answerTo(at(policiesRequest(), '/lab/one/Policy.svc'), server);
  expect(new Set(texts(policies.body, '//x:uri'))).toEqual(new Set([`${origin}/lab/one/Enrollment.svc`]));
  const issued = await answerTo(at(tokenRequest(), '/LAB/one/enrollment.svc'), server);
  expect(texts(provisioningIn(issued), '//parm[@name="ADDR"]/@value')).toEqual([`${origin}/lab/one/Manage.svc`]);
  expect((await answerTo(at(tokenRequest(), '/lab/one/Manage.svc'), server)).status).toBe(415);
});
