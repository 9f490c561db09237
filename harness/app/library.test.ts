import { expect, test } from 'vitest';
import * as library from './library.ts';

test('a handler in this process is recorded and judged without a socket', async () => {
  const user = { email: 'user@mdm.example', password: 'correct horse' };
  const server = library.createReferenceServer({
    origin: 'https://mdm.example',
    now: () => new Date(),
    seed: 'library',
    users: [user],
    keys: library.poolAuthorityKeys(),
  });
  const { session, har } = await library.recordSession({
    target: { url: 'https://mdm.example/EnrollmentServer/Discovery.svc', ...user },
    transport: library.fetchTransport(library.toFetchHandler(server)),
    keys: 'pool',
    scenarios: library.scenarios.filter(({ effect }) => effect === 'read'),
  });
  const results = library.assess(session, library.checks, library.occasionOf(session, 'live', 'my server'));
  expect(library.readHar(har)).toEqual(session);
  expect(results.judgements.filter(({ outcome }) => outcome === 'failed' || outcome === 'errored')).toEqual([]);
  expect(results.counts.passed).toBeGreaterThan(0);
});

test('a deep link is built, read and put into a page', () => {
  const link = library.deepLink({ username: 'user@mdm.example', servername: 'https://mdm.example' });
  expect(library.readDeepLink(link)).toMatchObject({ mode: 'mdm', defects: [] });
  expect(library.deepLinkAnchor(link, 'Connect')).toContain(
    '?mode=mdm&amp;username=user%40mdm.example&amp;servername=',
  );
  expect(() => library.deepLink({ servername: 'mdm.example' })).toThrow(library.WrongDeepLink);
});
