import type { Transport } from '../../wire/exchange/exchange.ts';
import type { Profile } from '../client/profile.ts';
import type { TargetDescription } from '../target/target-description.ts';
import type { Callback } from './callback.ts';
import type { Clock } from './clock.ts';
import type { KeyMode } from './device-keys.ts';
import type { ModuleName } from './module-notes.ts';
import type { RunWatch } from './run-watch.ts';
import type { ScenarioProgress } from './scenario-progress.ts';
import type { Effect, Scenario } from './scenario.ts';
import type { Shard } from './shard.ts';
import type { Ask } from './state-changer.ts';
import type { TimeLimit } from './time-limit.ts';

/** The options of a run. The same options, clock and answers give the same requests. */
export interface GatherOptions {
  readonly target: TargetDescription;
  readonly transport: Transport;
  /** In plan order. */
  readonly scenarios: readonly Scenario[];
  readonly now: () => Date;
  /** Determines every identifier of the devices. */
  readonly seed: string;
  readonly keys: KeyMode;
  readonly profile?: Profile;
  /** What scenarios may leave behind on the server; others are left out. Default: `read`, `enroll` and `renew`. */
  readonly effects?: readonly Effect[];
  /** How many scenarios run at the same time at most. Default: 4. It changes neither a judgement nor the order. */
  readonly concurrency?: number;
  /**
   * How many requests of devices begin in a minute at most, a whole number from 1 to 6000. The run then waits where the server asks for it by
   * Retry-After. Scenarios that need simultaneous requests are left out. Default: no limit.
   */
  readonly rate?: number;
  /** Needed only with `rate`. Default: the clock of this machine. */
  readonly clock?: Clock;
  /** The address for a server that fetches what a request names; missing if the server cannot reach this machine. */
  readonly callback?: Callback;
  /** Ends the run: it sends nothing more, ends the states and rejects with `RunInterrupted`. */
  readonly signal?: AbortSignal;
  /** Ends the run early: it sends nothing more, ends the states, and is judged as far as it came. Default: no limit. */
  readonly timeLimit?: TimeLimit;
  /** Asks a person; needed if a person brings a state of the server about. */
  readonly ask?: Ask;
  /** Gets messages that a person should see at once, as sentences without a full stop. */
  readonly onNotice?: (notice: string) => void;
  /** Follows the run. */
  readonly watch?: RunWatch;
  /** The target is the reference server that this tool embeds. */
  readonly isEmbedded?: boolean;
  /** The selections that limit the run, for the session. */
  readonly filters?: readonly string[];
  /** The checks that `scenarios` are narrowed to, for the session. Default: `scenarios` are the whole plan. */
  readonly selected?: readonly string[];
  /** The modules of checks that some of the scenarios, the last of the plan, are from. */
  readonly modules?: readonly ModuleName[];
  /** Drives a part of the plan. Default: all of it. */
  readonly shard?: Shard;
  /** Called when a scenario starts, and when it ends or is left out. */
  readonly onScenario?: (progress: ScenarioProgress) => void;
}
