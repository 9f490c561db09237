import type { LawfulServer } from '../lawful-servers/lawful-server.ts';

/** A lawful server as data. */
export interface ListedServer {
  readonly group: string;
  /** Completes "a server that …". */
  readonly name: string;
  readonly because: string;
  /** What it wants of its users. Default: passwords. */
  readonly auth?: NonNullable<LawfulServer['auth']>;
  readonly advice: Readonly<Record<string, string>>;
  readonly unjudged: Readonly<Record<string, string>>;
  /** The ids of the scenarios that are driven at it. */
  readonly scenarios: readonly string[];
  /** Whether it is unlike in all that they show, so that what it lacks is listed. */
  readonly isWhole: boolean;
}
