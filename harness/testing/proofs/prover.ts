import type { Scenario } from '../../device/run/scenario.ts';
import type { Check } from '../../engine/rule/check.ts';
import { departuresOf } from '../../engine/rule/counterexample.ts';
import type { Departure } from '../../engine/rule/counterexample.ts';
import type { Har } from '../../wire/har/har.ts';
import { checks } from '../../../suites/index.ts';
import { scenarios as plan } from '../../../suites/scenarios.ts';
import { drivesOfGroup } from '../lawful-servers/drives.ts';
import { lawfulServers } from '../lawful-servers/index.ts';
import { reasonOf } from '../lawful-servers/reason-of.ts';
import { drivesFor, usualDrivesFor } from '../drives.ts';
import { counterexampleSession } from './counterexample-session.ts';
import { goldenFiles } from './golden-files.ts';
import { lawfulSession } from './lawful-session.ts';
import type { ListedServer } from './listed-server.ts';
import { outcomesOn } from './outcomes.ts';
import type { Outcomes } from './outcomes.ts';
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

/** One session of a lawful server, and the checks that are to judge it. */
export interface LawfulTrial extends Pick<ListedServer, 'group' | 'name' | 'auth' | 'scenarios'> {
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

/** Every lawful server, in the order of its groups. */
export function listLawfulServers(): readonly ListedServer[] {
  return Object.entries(lawfulServers).flatMap(([group, servers]) => {
    const scenarios = drivesOfGroup(group).map(({ id }) => id);
    const isWhole = group.startsWith('makes');
    return servers.map((server) => {
      const { name, advice = {}, unjudged = {} } = server;
      const { auth } = server;
      const because = reasonOf(group, server);
      return { group, name, because, ...(auth ? { auth } : {}), advice, unjudged, scenarios, isWhole };
    });
  });
}

/** Drives the scenarios at a reference server with these departures, unless that session is kept, and judges it. */
export async function judgeTrial({ departures, scenarios, checks: ids, folder, key }: Trial): Promise<Verdicts> {
  const har = await keptSession(folder, key, () => counterexampleSession(departures, driven(scenarios)));
  return verdictsOn(har, named(ids));
}

/** Drives the scenarios at a lawful server, or at the reference server, unless that session is kept, and judges it. */
export async function judgeLawful({
  group,
  name,
  auth,
  scenarios,
  checks: ids,
  folder,
  key,
}: LawfulTrial): Promise<Outcomes> {
  const server = lawfulServers[group]?.find((one) => one.name === name) ?? { name, ...(auth ? { auth } : {}) };
  const har = await keptSession(folder, key, () => lawfulSession(server, driven(scenarios)));
  return outcomesOn(har, named(ids));
}

async function keptSession(folder: string, key: string, record: () => Promise<Har>): Promise<Har> {
  const cache = openProofCache(folder);
  const kept = cache.read('sessions', key);
  if (kept !== undefined) return JSON.parse(kept) as Har;
  const har = await record();
  cache.write('sessions', key, JSON.stringify(har));
  return har;
}

function named(ids: readonly string[]): readonly Check[] {
  const wanted = new Set(ids);
  return checks.filter(({ id }) => wanted.has(id));
}

function driven(ids: Trial['scenarios']): readonly Scenario[] {
  return ids === 'all' ? plan : plan.filter(({ id }) => ids.includes(id));
}
