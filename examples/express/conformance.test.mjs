// An Express app under vitest: it gets a port on loopback for as long as the devices enroll. A machine with much to do takes longer than
// the five seconds that vitest allows.
import { enroll, judge } from 'mde-conformance';
import 'mde-conformance/vitest';
import { expect, test } from 'vitest';
import { createApp } from './app.mjs';

const timeout = 120_000;

test('devices find the services, and enroll', { timeout }, async () => {
  const { app, url, user } = createApp();
  const results = judge(await enroll({ url, ...user, listener: app, only: ['discovery/*', 'enrollment/answer'] }));
  expect(results).toBeConformant();
});

test('a rule that is broken is seen', { timeout }, async () => {
  const { app, url, user } = createApp('discovery/answer');
  const results = judge(await enroll({ url, ...user, listener: app, only: ['discovery/*'] }));
  expect(results).not.toPass('discovery/answer');
});
