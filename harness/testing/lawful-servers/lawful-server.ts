import type { AuthMethod } from '../../reference-server/services/auth-method.ts';
import type { Departure } from '../../engine/rule/counterexample.ts';
import type { Route, Vary } from '../varied-run.ts';

/** A server that conforms and looks different from the reference server. */
export interface LawfulServer {
  /** Completes "a server that …". */
  readonly name: string;
  /** Why a server may be like this: document and section. */
  readonly because?: string;
  /** What it wants of its users. Default: passwords. */
  readonly auth?: Exclude<AuthMethod, 'on-premise'>;
  readonly departures?: readonly Departure[];
  readonly vary?: Vary;
  /** Where the devices' addresses are not those of the reference server. */
  readonly route?: Route;
  /** Where discovery is, if not at the path of MS-MDE2. */
  readonly path?: string;
  /** What it makes of a request before it reads it, such as a message that it mends. */
  readonly reads?: (message: string) => string;
  /** PEM roots that the devices trust before they enroll. */
  readonly deviceTrust?: readonly string[];
  /** The checks that rightly advise against it, each with the reason: never a MUST. */
  readonly advice?: Readonly<Record<string, string>>;
  /** The scenarios that cannot be driven at it, because of how it is made here. */
  readonly leavesOut?: readonly string[];
  /** The checks that cannot judge it, each with the reason. */
  readonly unjudged?: Readonly<Record<string, string>>;
}
