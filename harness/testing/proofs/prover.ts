import type { Scenario } from '../../device/run/scenario.ts';
import { departuresOf } from '../../engine/rule/counterexample.ts';
import type { Departure } from '../../engine/rule/counterexample.ts';
import type { Har } from '../../wire/har/har.ts';
import { checks } from '../../../suites/index.ts';
import { scenarios as plan } from '../../../suites/scenarios.ts';
import { drivesFor, usualDrivesFor } from '../drives.ts';
import { counterexampleSession } from './counterexample-session.ts';
import { goldenFiles } from './golden-files.ts';
import { openProofCache } from './proof-cache.ts';
import { verdictsOn } from './verdicts.ts';
import type { Verdicts } from './verdicts.ts';

export { suiteSources } from '../../app/vitest/suite-sources.ts';

/** A check and the counterexamples that prove it, as data. */
export interface ListedCheck {
  readonly id: string;
  readonly level: string;
  readonly since: string;
  readonly counterexamples: readonly ListedCounterexample[];
  /** The ids of the scenarios that prove it; left out where only the golden session says it. */
  readonly scenarios?: readonly string[];
}

/** What a check must fail on. */
export interface ListedCounterexample {
  readonly name: string;
  readonly departures: readonly Departure[];
}

/** One session of the reference server, and the checks that are to judge it. */
export interface Trial {
  readonly departures: readonly Departure[];
  /** By id; `all` is the whole plan. */
  readonly scenarios: readonly string[] | 'all';
  readonly checks: readonly string[];
  /** Where the session is kept. */
  readonly folder: string;
  readonly key: string;
}

/** What only the golden session shows. */
export interface GoldenFacts {
  /** What is committed of it. */
  readonly files: Readonly<Record<string, string>>;
  /** The ids of the scenarios that prove each check that was asked for. */
  readonly scenarios: Readonly<Record<string, readonly string[]>>;
}

/** Every check, in the order of the registry. */
export function listChecks(): readonly ListedCheck[] {
  return checks.map((check) => {
    const usual = usualDrivesFor(check);
    return {
      id: check.id,
      level: check.level,
      since: check.since,
      counterexamples: check.counterexamples.map((one) => ({ name: one.name, departures: departuresOf(one) })),
      ...(usual ? { scenarios: usual.map(({ id }) => id) } : {}),
    };
  });
}

/** Records the golden session for what is committed of it, and for the scenarios that prove the checks with these ids. */
export async function readGoldenFacts(ids: readonly string[]): Promise<GoldenFacts> {
  const asked = checks.filter(({ id }) => ids.includes(id));
  const scenarios = asked.map(async (check) => [check.id, (await drivesFor(check)).map(({ id }) => id)] as const);
  return { files: await goldenFiles(), scenarios: Object.fromEntries(await Promise.all(scenarios)) };
}

/** Drives the scenarios at a reference server with these departures, unless that session is kept, and judges it. */
export async function judgeTrial({ departures, scenarios, checks: ids, folder, key }: Trial): Promise<Verdicts> {
  const cache = openProofCache(folder);
  const kept = cache.read('sessions', key);
  const har =
    kept === undefined ? await counterexampleSession(departures, driven(scenarios)) : (JSON.parse(kept) as Har);
  if (kept === undefined) cache.write('sessions', key, JSON.stringify(har));
  const wanted = new Set(ids);
  return verdictsOn(
    har,
    checks.filter(({ id }) => wanted.has(id)),
  );
}

function driven(ids: Trial['scenarios']): readonly Scenario[] {
  return ids === 'all' ? plan : plan.filter(({ id }) => ids.includes(id));
}
