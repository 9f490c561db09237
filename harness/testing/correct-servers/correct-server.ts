import type { Departure } from '../../engine/counterexample.ts';
import type { Vary } from '../varied-run.ts';

/** A server that conforms and looks different from the reference server. */
export interface CorrectServer {
  /** Completes "a server that …". */
  readonly name: string;
  readonly departures?: readonly Departure[];
  readonly vary?: Vary;
  /** PEM roots that the devices trust before they enroll. */
  readonly deviceTrust?: readonly string[];
  /** The checks that rightly advise against it, each with the reason: never a MUST. */
  readonly advice?: Readonly<Record<string, string>>;
  /** The checks that cannot judge it, each with the reason. */
  readonly unjudged?: Readonly<Record<string, string>>;
}
