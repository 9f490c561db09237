/** A state of the server in the target file. */
export interface StateNote {
  /** Its name in the target file. */
  readonly state: string;
  readonly by: 'user' | 'http' | 'command' | 'prompt';
  /** Why the run could not bring it about or end it: a clause for people, without a secret. */
  readonly problem?: string;
}

/** Which part of a run this is. */
export interface ShardNote {
  /** From 1. */
  readonly number: number;
  /** How many shards the run has. */
  readonly of: number;
  /** The scenarios of the whole run, in order; in a further way with it: `renewal (federated)`. */
  readonly plan: readonly string[];
}

/** The shards that a session was joined of. */
export interface ShardsNote {
  readonly of: number;
  /** Those that are there, in order. */
  readonly joined: readonly number[];
  /** Where they saw different servers: clauses for people, without a secret. */
  readonly differences: readonly string[];
}
