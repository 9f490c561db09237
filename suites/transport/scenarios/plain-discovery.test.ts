import { describe, expect, test } from 'vitest';
import { departuresOf } from '../../../harness/engine/rule/counterexample.ts';
import { openDossier } from '../../../harness/engine/evidence/dossier.ts';
import { judge } from '../../../harness/engine/verdict/judge.ts';
import type { Judgement } from '../../../harness/engine/verdict/results.ts';
import { referenceSessionOverTls } from '../../../harness/testing/reference-run.ts';
import type { ReferenceRun } from '../../../harness/testing/reference-run.ts';
import { noteOf } from '../../../harness/app/assess.ts';
import { plainDiscovery as check } from '../plain-discovery.ts';
import { plainDiscovery } from './plain-discovery.ts';

/** The judgement on a server that listens in plain HTTP beside TLS. */
async function judged(run: ReferenceRun = {}): Promise<Judgement> {
  using dossier = openDossier(await referenceSessionOverTls({ scenarios: [plainDiscovery], ...run }));
  return judge(check, dossier, noteOf);
}

describe('over sockets', () => {
  test('a redirect to https passes', async () => {
    expect(await judged()).toMatchObject({ outcome: 'passed', exchanges: [1] });
  });

  for (const counterexample of check.counterexamples) {
    test(`fails on ${counterexample.name}`, async () => {
      const departures = departuresOf(counterexample);
      expect(await judged({ departures })).toMatchObject({ outcome: 'failed', findings: { length: 1 } });
    });
  }

  test('a closed port is no offer', async () => {
    const closed = { on: 'plain-probe', connection: 'close' } as const;
    expect(await judged({ departures: [closed] })).toMatchObject({
      outcome: 'inapplicable',
      reason: 'applies when discovery is offered over plain HTTP',
    });
  });
});

test('the probe is the bare GET of the path, and the redirect is not followed', async () => {
  const { exchanges } = await referenceSessionOverTls({ scenarios: [plainDiscovery] });
  expect(exchanges.map(({ label }) => label?.name)).toEqual(['probe', 'plain-probe']);
  const [probe, plain] = exchanges.map(({ request }) => request);
  const withoutHost = (headers: readonly (readonly [string, string])[] = []) =>
    headers.filter(([name]) => name !== 'Host');
  expect(plain).toMatchObject({ method: 'GET', body: { length: 0 } });
  expect(plain?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/EnrollmentServer\/Discovery\.svc$/);
  expect(withoutHost(plain?.headers)).toEqual(withoutHost(probe?.headers));
});
