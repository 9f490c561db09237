import type { ModuleNote } from './module-note.ts';
import type { ShardNote, ShardsNote, StateNote } from './session-notes.ts';

/** What a run stores besides its exchanges (HAR `log._mde`). */
export interface SessionMeta {
  readonly target: string;
  readonly profile: string;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly runId: string;
  readonly capabilities: readonly string[];
  /** PEM roots that the device trusts before it enrolls. */
  readonly deviceTrust: readonly string[];
  readonly scenarios: readonly string[];
  /** Selections that limited the run (`--suite`, `--check`); empty for the whole suite. */
  readonly filters: readonly string[];
  /** The checks that the plan was narrowed to; missing if the run drove the whole plan. */
  readonly selected?: readonly string[];
  /** What scenarios may leave behind on the server. */
  readonly effects: readonly string[];
  /** The ways in that the target gave the means for; missing in a session of an older version. */
  readonly ways?: readonly string[];
  /** How many requests of devices began in a minute at most; missing if the run had no limit. */
  readonly rate?: number;
  /** Missing if the target file names none. */
  readonly states?: readonly StateNote[];
  /** What the devices sent or assumed in place of what the server refused, as sentences; missing if it refused nothing of it. */
  readonly substitutes?: readonly string[];
  /** What is to be known of secrets that cannot be hidden well, as sentences; missing if there are none. */
  readonly secretNotes?: readonly string[];
  /** Why a device could not sign in for a token: a clause for people, without a secret; missing if none needed to, or each one could. */
  readonly signInProblem?: string;
  readonly seed: string;
  /** In minutes, if it ended the run. */
  readonly timeLimit?: number;
  /** The target was the reference server that this tool embeds. */
  readonly embedded?: true;
  /** The modules of checks that the run used besides ours; missing if there were none. */
  readonly modules?: readonly ModuleNote[];
  /** Missing unless the session is one shard of a run. */
  readonly shard?: ShardNote;
  /** Missing unless the session was joined of shards. */
  readonly shards?: ShardsNote;
}
