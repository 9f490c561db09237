// A Hono app under `node --test`, without a socket. A failure prints each cause with what to change.
import { test } from 'node:test';
import { assertConformant, enroll, judge } from 'mde-conformance';
import { app, url, user } from './app.mjs';

test('Windows devices enroll at the app', async () => {
  const recorded = await enroll({ url, ...user, fetch: app.fetch, certificateHeader: 'x-client-cert' });
  assertConformant(judge(recorded));
});
