import type { SessionMeta } from '../../wire/exchange/exchange.ts';

/** The ids of the scenarios in the plan of a shard, which names further ways, too. */
export function scenariosIn(plan: readonly string[]): readonly string[] {
  return [...new Set(plan.map((name) => name.replace(/ \(.*\)$/, '')))];
}

/** What a session of shards lacks of its run, as clauses for people; empty for a whole run. */
export function shardGaps(meta: SessionMeta | undefined): readonly string[] {
  const { shard, shards, scenarios = [] } = meta ?? {};
  const part = `which drove ${scenarios.length} of ${scenariosIn(shard?.plan ?? []).length} scenarios`;
  const missing = Array.from({ length: shards?.of ?? 0 }, (_, index) => index + 1).filter(
    (number) => shards?.joined.includes(number) !== true,
  );
  return [
    ...(shard
      ? [`this is shard ${shard.number} of ${shard.of}, ${part}; "merge" joins all shards and judges the run`]
      : []),
    ...missing.map((number) => `shard ${number} of ${shards?.of} is missing`),
    ...(shards?.differences ?? []),
  ];
}
