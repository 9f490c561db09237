import { test } from 'vitest';
import { expectLawful } from '../lawful-servers/expect-lawful.ts';
import { sampleServer } from '../lawful-servers/samples.ts';

test(`no check fails on a server that ${sampleServer.name}`, async () => {
  await expectLawful(sampleServer);
});
