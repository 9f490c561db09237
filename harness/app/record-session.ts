import { randomBytes } from 'node:crypto';
import type { KeyMode } from '../device/run/device-keys.ts';
import { gather } from '../device/run/gather.ts';
import type { GatherOptions } from '../device/run/gather-options.ts';
import type { Scenario } from '../device/run/scenario.ts';
import type { Transport } from '../wire/exchange/exchange.ts';
import { storedExchanges } from '../wire/har/har.ts';
import { scenariosInAllWays } from '../../suites/ways.ts';
import { storedSession, type StoredSession } from './stored-session.ts';

/** The options of a recording; the defaults are those of `gather`. */
export interface RecordingOptions extends Pick<
  GatherOptions,
  | 'target'
  | 'isEmbedded'
  | 'effects'
  | 'profile'
  | 'concurrency'
  | 'rate'
  | 'callback'
  | 'signal'
  | 'timeLimit'
  | 'ask'
  | 'onNotice'
  | 'watch'
  | 'onScenario'
  | 'filters'
  | 'selected'
  | 'shard'
  | 'modules'
> {
  readonly transport: Transport;
  /** Default: `generated`. The fixed test keys are refused beyond loopback and `.example`. */
  readonly keys?: KeyMode;
  /** Determines the ids and names of the devices. Default: random. */
  readonly seed?: string;
  /** In plan order. Default: all. */
  readonly scenarios?: readonly Scenario[];
}

/**
 * Enrolls simulated devices at a target and returns the session as it is stored: redacted and frozen. Every front end records
 * with this function. It keeps faults of the target in the session, and rejects only for internal errors.
 */
export async function recordSession({
  transport,
  keys = 'generated',
  seed = randomBytes(8).toString('hex'),
  scenarios = scenariosInAllWays,
  ...others
}: RecordingOptions): Promise<StoredSession> {
  const recording = await gather({
    ...others,
    transport,
    scenarios,
    now: () => new Date(),
    seed,
    keys,
  });
  return storedSession(storedExchanges(recording));
}
