import { isEntrance } from './further-ways.ts';
import type { ShardNote } from '../../wire/exchange/session-notes.ts';
import type { SecretNumber } from '../../wire/redaction/secret-ledger.ts';
import type { Scenario } from './scenario.ts';

/** The part of a run that this process drives. */
export interface Shard extends Pick<ShardNote, 'number' | 'of'> {
  /** Gives one secret the same number in all shards. */
  readonly secretNumber: SecretNumber;
}

/**
 * The scenarios of one shard. Each scenario is in one of them, but for that in which devices leave: each shard cleans up after itself. What
 * shows the ways and the forms of a server is driven in every shard, whichever it is in. The keys of devices take the most time,
 * so the shards get about the same number of devices.
 */
export function scenariosOfShard(
  scenarios: readonly Scenario[],
  { number, of }: Pick<Shard, 'number' | 'of'>,
): ReadonlySet<Scenario> {
  const loads = Array.from({ length: of }, () => ({ cost: 0, scenarios: new Set<Scenario>() }));
  const costliestFirst = [...scenarios].sort((one, other) => other.devices - one.devices);
  for (const scenario of costliestFirst.filter(({ given }) => given !== 'cleanup')) {
    const least = loads.reduce((found, load) => (load.cost < found.cost ? load : found));
    least.cost += scenario.devices + 1;
    least.scenarios.add(scenario);
  }
  const own = loads[number - 1]?.scenarios;
  return new Set(scenarios.filter((scenario) => scenario.given === 'cleanup' || own?.has(scenario)));
}

/** Whether every shard begins with this scenario. */
export function isOpening(scenario: Scenario, plan: readonly Scenario[]): boolean {
  return scenario === plan[0] || scenario.showsWays === true || isEntrance(scenario, plan);
}
