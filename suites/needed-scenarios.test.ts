import { describe, expect, test } from 'vitest';
import { openDossier } from '../harness/engine/evidence/dossier.ts';
import { judge } from '../harness/engine/verdict/judge.ts';
import { gapsIn } from '../harness/engine/verdict/gaps.ts';
import type { Check } from '../harness/engine/rule/check.ts';
import type { Scenario } from '../harness/device/run/scenario.ts';
import { goldenSession } from '../harness/testing/golden-session.ts';
import { referenceSession } from '../harness/testing/reference-run.ts';
import type { Session } from '../harness/wire/exchange/exchange.ts';
import { withoutWording } from '../harness/testing/without-wording.ts';
import { checks } from './index.ts';
import { neededScenarios } from './needed-scenarios.ts';
import { scenarios } from './scenarios.ts';
import { varieties } from './varieties.ts';

/** Milliseconds; the golden session and the narrowed runs take half a minute where nothing else does. */
const timeout = 300_000;

/** Checks that need the same scenarios, so that one run serves all of them. */
function byPlan(): readonly (readonly [plan: readonly Scenario[], checks: readonly Check[]])[] {
  const groups = new Map<string, Check[]>();
  for (const check of checks) {
    const key = neededScenarios([check], scenarios)
      .map(({ id }) => id)
      .join();
    groups.set(key, [...(groups.get(key) ?? []), check]);
  }
  return [...groups.values()].map((group) => [neededScenarios(group, scenarios), group]);
}

/** The ways in that scenarios of their own are about. */
const ways = ['federated', 'certificate', 'entra'] as const;
/** They send more rows where the server takes tokens. */
const ofAnyWay = ['enrollment-credential-refusals', 'policy-security'];

describe('the scenarios that a check needs', { timeout }, () => {
  test('give each check the outcome that the whole plan gives it, and leave no gap', async () => {
    using whole = openDossier(await goldenSession());
    const unlike: string[] = [];
    for (const [plan, group] of byPlan()) {
      using narrowed = openDossier(await referenceSession({ scenarios: plan }));
      const kinds = new Set(narrowed.evidence.map(({ kind }) => kind));
      unlike.push(...gapsIn(narrowed, plan, kinds).map((gap) => `${group[0]?.id}: ${gap}`));
      for (const check of group) {
        const [expected, seen] = [whole, narrowed].map((dossier) => judge(check, dossier, withoutWording).outcome);
        if (expected !== seen) unlike.push(`${check.id}: ${expected} becomes ${seen}`);
      }
    }
    expect(unlike).toEqual([]);
  });

  test('are few', () => {
    const sizes = checks.map((check) => neededScenarios([check], scenarios).length);
    expect(Math.max(...sizes)).toBeLessThan(20);
    expect(sizes.filter((size) => size <= 3).length / sizes.length).toBeGreaterThan(0.8);
  });

  test('are those of all checks together, in the order of the plan', () => {
    const whole = neededScenarios(checks, scenarios);
    expect(whole).toEqual(scenarios.filter((scenario) => whole.includes(scenario)));
    expect(neededScenarios([], scenarios)).toEqual(scenarios.slice(0, 1));
  });
});

test('the table of what scenarios vary is what a whole run shows', { timeout }, async () => {
  const seen: Record<string, { families: Set<string>; deviations: Set<string> }> = {};
  const note = (session: Session): void => {
    using dossier = openDossier(session);
    for (const { exchange, facts } of dossier.evidence) {
      const { scenario = '', family, control } = exchange.label ?? {};
      const { families, deviations } = (seen[scenario] ??= { families: new Set(), deviations: new Set() });
      if (family !== undefined && control !== true) families.add(family);
      for (const deviation of facts.deviations) deviations.add(deviation);
    }
  };
  note(await goldenSession());
  for (const auth of ways) {
    const own = scenarios.filter(({ id, way }, index) => index === 0 || way === auth || ofAnyWay.includes(id));
    note(await referenceSession({ auth, scenarios: own }));
  }
  const lists = ({ families, deviations }: { families: Iterable<string>; deviations: Iterable<string> }) => ({
    families: [...families].sort(),
    deviations: [...deviations].sort(),
  });
  const shown = Object.entries(seen).filter(([, { families, deviations }]) => families.size + deviations.size > 0);
  const listed = Object.entries(varieties).map(([id, { families = [], deviations = [] }]) => [
    id,
    lists({ families, deviations }),
  ]);
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(shown.map(([id, names]) => [id, lists(names)])));
});
