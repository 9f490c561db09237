import { expect, test } from 'vitest';
import { call } from '../testing/io.ts';
import { createWorkspace } from '../testing/workspace.ts';

/** Milliseconds; a run of a part of the plan takes a second or two where nothing else does. */
const timeout = 180_000;

interface Printed {
  readonly verdict: string;
  readonly because: string;
  readonly scope: { readonly device: string; readonly limitedTo: readonly string[] };
  readonly judgements: readonly { readonly outcome: string; readonly check: string }[];
}

async function runAs(profile: string): Promise<Printed & { readonly code: number }> {
  await using workspace = await createWorkspace();
  const { code, out } = await call(['run', '--json', '--profile', profile, '--out', workspace.at('report')]);
  return { ...(JSON.parse(out) as Printed), code };
}

test.each([
  ['P3', 'the older documentation (Windows Phone)'],
  ['P4', 'the samples of certificate renewal (default namespaces)'],
  ['p5', 'a future Windows'],
])('as %s, the devices enroll and renew, and what that shows is judged', { timeout }, async (profile, device) => {
  const { code, verdict, scope, judgements } = await runAs(profile);
  expect({ code, verdict, device: scope.device, limitedTo: scope.limitedTo }).toEqual({
    code: 0,
    verdict: 'conformant',
    device,
    limitedTo: [`profile=${profile.toUpperCase()}`],
  });
  expect(judgements.filter(({ outcome }) => outcome === 'inconclusive')).toEqual([]);
  expect(judgements.filter(({ outcome }) => outcome === 'passed').length).toBeGreaterThan(200);
});

test('a server that does not serve Windows 8.1 is not blamed, and not conformant either', { timeout }, async () => {
  const { code, verdict, judgements } = await runAs('P6');
  expect({ code, verdict }).toEqual({ code: 3, verdict: 'incomplete' });
  expect(judgements.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
});

test.each([
  [['--profile', 'P9'], '--profile: "P9" is not allowed; give one of P1 (Windows 10 (10.0.19043)), P2 '],
  [
    ['--profile', 'P4', '--check', 'faults/state-license'],
    '--profile P4 drives nothing that the selected checks judge; leave one of both out',
  ],
])('%j is refused', async (args, message) => {
  const { code, err } = await call(['run', ...args]);
  expect(code).toBe(2);
  expect(err).toContain(message);
});
