import { expect, test } from 'vitest';
import type { Check } from '../../engine/rule/check.ts';
import type { Scenario } from '../../device/run/scenario.ts';
import { checks } from '../../../suites/index.ts';
import { assess } from '../../app/assess.ts';
import { referenceSession } from '../reference-run.ts';
import { vendorServers } from '../vendors/index.ts';

const occasion = { mode: 'live', runId: 'vendor', startedAt: '', durationMs: 0, target: 'vendor' } as const;
const known = new Map<readonly Scenario[], Promise<readonly Check[]>>();

/** The checks that a plan lets judge: those of which the reference server leaves none open. */
function checksOf(plan: readonly Scenario[] | undefined): readonly Check[] | Promise<readonly Check[]> {
  if (!plan) return checks;
  const judged = known.get(plan) ?? judgedBy(plan);
  known.set(plan, judged);
  return judged;
}

async function judgedBy(scenarios: readonly Scenario[]): Promise<readonly Check[]> {
  const { judgements } = assess(await referenceSession({ scenarios }), checks, occasion);
  const open = new Set(judgements.filter(({ outcome }) => outcome === 'inconclusive').map(({ check }) => check));
  return checks.filter(({ id }) => !open.has(id));
}

test.each(vendorServers)('a server that $name is told so, and nothing else', async (server) => {
  const judged = await checksOf(server.run.scenarios);
  const { verdict, judgements } = assess(await referenceSession(server.run), judged, occasion);
  const failed = judgements.filter(({ outcome }) => outcome === 'failed');
  const idsOf = (some: typeof judgements): readonly string[] => some.map(({ check }) => check);
  const open = judgements.filter(({ outcome, level }) => outcome === 'inconclusive' && level === 'MUST');
  expect([verdict, idsOf(failed.filter(({ level }) => level === 'MUST'))]).toEqual([server.verdict, server.fails]);
  if (server.advice) expect(idsOf(failed.filter(({ level }) => level !== 'MUST'))).toEqual(server.advice);
  const messages = failed.flatMap(({ findings }) => findings.map(({ message }) => message));
  expect(messages.filter((message) => server.says?.test(message) === false)).toEqual([]);
  expect(idsOf(judgements.filter(({ outcome }) => outcome === 'errored'))).toEqual([]);
  if (server.open.length === 0) expect(idsOf(open)).toEqual([]);
  else expect(idsOf(open)).toEqual(expect.arrayContaining([...server.open]));
});
