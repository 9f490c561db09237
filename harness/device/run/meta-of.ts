import type { SessionMeta } from '../../wire/exchange/exchange.ts';
import { windows10 } from '../client/profile.ts';
import type { Target } from '../target/target.ts';
import { waysOf } from '../target/target-ways.ts';
import type { GatherOptions } from './gather-options.ts';
import { defaultEffects } from './plan.ts';
import type { Scenario } from './scenario.ts';
import { noteStates } from './state-notes.ts';

/** What a run knows of itself. */
export interface RunFacts {
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly runId: string;
  /** Those that it drove, or that are due. */
  readonly scenarios: readonly Scenario[];
  /** Those that are due in all shards. */
  readonly plan: readonly Scenario[];
  /** By state: why it could not be brought about or ended. */
  readonly problems: ReadonlyMap<string, string>;
  readonly substitutes: readonly string[];
  readonly secretNotes: readonly string[];
  readonly signInProblem: string | undefined;
}

/** What a run stores besides its exchanges. */
export function metaOf(options: GatherOptions, target: Target, facts: RunFacts): SessionMeta {
  const { profile = windows10, effects = defaultEffects, rate, timeLimit, shard } = options;
  const { startedAt, endedAt, substitutes, secretNotes, signInProblem } = facts;
  return {
    target: target.url,
    profile: profile.id,
    startedAt: startedAt.toISOString(),
    durationMs: endedAt.getTime() - startedAt.getTime(),
    runId: facts.runId,
    capabilities: target.capabilities,
    deviceTrust: target.deviceTrust,
    scenarios: idsOf(facts.scenarios),
    filters: options.filters ?? [],
    ...(options.selected ? { selected: options.selected } : {}),
    effects,
    ways: waysOf(target),
    ...(rate === undefined ? {} : { rate }),
    ...(target.states ? { states: noteStates(target.states, facts.problems) } : {}),
    ...(substitutes.length === 0 ? {} : { substitutes }),
    ...(secretNotes.length === 0 ? {} : { secretNotes: [...new Set(secretNotes)] }),
    seed: options.seed,
    ...(timeLimit?.reached.aborted === true ? { timeLimit: timeLimit.minutes } : {}),
    ...(signInProblem === undefined ? {} : { signInProblem }),
    ...(options.isEmbedded === true ? { embedded: true } : {}),
    ...(shard ? { shard: { number: shard.number, of: shard.of, plan: facts.plan.map(nameOf) } } : {}),
  };
}

/** A scenario in a further way is another part of the plan, with the same id. */
function nameOf({ id, isFurther, way }: Scenario): string {
  return isFurther === true ? `${id} (${way})` : id;
}

function idsOf(scenarios: readonly Scenario[]): string[] {
  return [...new Set(scenarios.map(({ id }) => id))];
}
