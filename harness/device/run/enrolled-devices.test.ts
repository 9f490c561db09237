import { expect, test } from 'vitest';
import { poolAuthorityKeys } from '../../protocol/pki/build/authority-keys.ts';
import { createReferenceServer } from '../../reference-server/mount/handler.ts';
import { inProcessTransport } from '../../reference-server/mount/in-process.ts';
import { goldenSession } from '../../testing/golden-session.ts';
import { scenarios } from '../../../suites/scenarios.ts';
import { enrolledDevices } from './enrolled-devices.ts';
import { gather } from './gather.ts';

const user = { email: 'user@contoso.example', password: 'correct horse' };
const url = 'https://enterpriseenrollment.contoso.example/EnrollmentServer/Discovery.svc';

/** A run that somebody ends when this scenario starts: its error message. */
async function interruptedAt(id: string): Promise<string> {
  const interruption = new AbortController();
  const now = () => new Date('2026-01-15T09:30:00.000Z');
  const server = createReferenceServer({
    origin: new URL(url).origin,
    now,
    seed: 'a',
    users: [user],
    keys: poolAuthorityKeys(),
  });
  const run = gather({
    target: { url, ...user },
    transport: inProcessTransport(server, () => Promise.resolve()),
    scenarios,
    concurrency: 1,
    now,
    seed: 'a',
    keys: 'pool',
    signal: interruption.signal,
    onScenario: ({ scenario, state }) => {
      if (scenario.id === id && state === 'started') interruption.abort();
    },
  });
  const error: unknown = await run.catch((reason: unknown) => reason);
  return error instanceof Error ? `${error.name}: ${error.message}` : 'no error';
}

test('an interrupted run lists the devices that it enrolled, once each and last', async () => {
  const message = await interruptedAt('policies-only');
  expect(message).toMatch(
    /^RunInterrupted: the run was interrupted; .+, and no report was written\nThe server may hold these devices, .+:\n {2}mde-conformance-[0-9a-f]{8}-1\n {2}mde-conformance-[0-9a-f]{8}-2$/,
  );
  expect(message).not.toContain(user.password);
});

test('a run that enrolled nothing lists nothing', async () => {
  expect(await interruptedAt('windows-enrollment')).toMatch(/and no report was written$/);
});

test('a whole run enrolled devices of which each has a number of its own', { timeout: 180_000 }, async () => {
  const { exchanges, meta } = await goldenSession();
  const names = enrolledDevices(exchanges, meta?.runId ?? '');
  expect(names.length).toBeGreaterThan(20);
  expect(new Set(names).size).toBe(names.length);
  expect(enrolledDevices(exchanges, 'ffffffff')).toEqual([]);
});
