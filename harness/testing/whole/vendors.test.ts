import { describe, expect, test } from 'vitest';
import type { Check } from '../../engine/rule/check.ts';
import type { Results } from '../../engine/verdict/results.ts';
import type { Scenario } from '../../device/run/scenario.ts';
import { checks } from '../../../suites/index.ts';
import { renderSummary } from '../../../reports/console/summary.ts';
import { assess } from '../../app/assess.ts';
import { referenceSession } from '../reference-run.ts';
import type { ReferenceRun } from '../reference-run.ts';
import { vendorServers } from '../vendors/index.ts';
import type { VendorServer } from '../vendors/vendor-server.ts';

const occasion = { mode: 'live', runId: 'vendor', startedAt: '', durationMs: 0, target: 'vendor' } as const;
const known = new Map<string, Promise<readonly Check[]>>();

/** The checks that a plan lets judge: those of which the reference server leaves none open. */
function checksOf({ scenarios: plan, auth }: ReferenceRun): readonly Check[] | Promise<readonly Check[]> {
  if (!plan) return checks;
  const key = [auth, ...plan.map(({ id }) => id)].join();
  const judged = known.get(key) ?? judgedBy(plan, auth);
  known.set(key, judged);
  return judged;
}

async function judgedBy(scenarios: readonly Scenario[], auth: ReferenceRun['auth']): Promise<readonly Check[]> {
  const { judgements } = assess(await referenceSession({ scenarios, ...(auth ? { auth } : {}) }), checks, occasion);
  const open = new Set(judgements.filter(({ outcome }) => outcome === 'inconclusive').map(({ check }) => check));
  return checks.filter(({ id }) => !open.has(id));
}

let last: { readonly server: VendorServer; readonly results: Promise<Results> } | undefined;

/** What is said of a server; it is recorded once for the tests of it, which follow each other. */
function resultsOf(server: VendorServer): Promise<Results> {
  if (last?.server !== server) last = { server, results: judged(server) };
  return last.results;
}

async function judged({ run }: VendorServer): Promise<Results> {
  return assess(await referenceSession(run), await checksOf(run), occasion);
}

/** What a person sees at a terminal. Run id, duration and times of these sessions are fixed, so the screen is equal each time. */
async function screenOf(server: VendorServer): Promise<string> {
  return renderSummary(await resultsOf(server), { colour: false, width: 100 });
}

/** The screen without numbers that change with each new check and say nothing of the server. */
function withoutCounts(screen: string): string {
  return screen
    .replace(/\d+(?= passed, )/, '#')
    .replace(/\d+ inconclusive(?: \(\d+ MUST\))?, \d+(?= inapplicable)/, '# inconclusive, #')
    .replace(/\d+ checks? \(\d+ MUST\)(?=\s+could not be judged)/g, '# checks')
    .replace(/\d+(?= mandatory checks could not be judged)/g, '#')
    .replace(
      /verified \d+ of \d+ requirements; (a run with all states and capabilities can\s+verify) \d+/,
      'verified # of #; $1 #',
    );
}

const slugOf = ({ name }: VendorServer): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');

describe.each(vendorServers)('a server that $name', (server) => {
  test('is told so, and nothing else', async () => {
    const { verdict, judgements, causes } = await resultsOf(server);
    const failed = judgements.filter(({ outcome }) => outcome === 'failed');
    const idsOf = (some: typeof judgements): readonly string[] => some.map(({ check }) => check);
    const open = judgements.filter(({ outcome, level }) => outcome === 'inconclusive' && level === 'MUST');
    expect([verdict, idsOf(failed.filter(({ level }) => level === 'MUST'))]).toEqual([server.verdict, server.fails]);
    expect(causes.filter(({ musts }) => musts > 0).map(({ id }) => id)).toEqual(server.causes ?? server.fails);
    if (server.advice) expect(idsOf(failed.filter(({ level }) => level !== 'MUST'))).toEqual(server.advice);
    const messages = failed.flatMap(({ findings }) => findings.map(({ message }) => message));
    expect(messages.filter((message) => server.says?.test(message) === false)).toEqual([]);
    expect(idsOf(judgements.filter(({ outcome }) => outcome === 'errored'))).toEqual([]);
    if (server.open.length === 0) expect(idsOf(open)).toEqual([]);
    else expect(idsOf(open)).toEqual(expect.arrayContaining([...server.open]));
  });

  test('shows what is wrong, and where, on the first screen of a terminal', async () => {
    const screen = await screenOf(server);
    await expect(withoutCounts(screen)).toMatchFileSnapshot(
      `../../../reports/samples/first-screens/${slugOf(server)}.txt`,
    );
    const text = screen.replace(/\s+/g, ' ');
    expect((server.first ?? []).filter((pattern) => !pattern.test(text))).toEqual([]);
    expect(screen.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
  });
});

test('each server has a screen of its own', () => {
  expect(new Set(vendorServers.map(slugOf)).size).toBe(vendorServers.length);
});
