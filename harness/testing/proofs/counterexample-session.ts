import type { Scenario } from '../../device/run/scenario.ts';
import type { Departure } from '../../engine/rule/counterexample.ts';
import type { Har } from '../../wire/har/har.ts';
import { referenceHar, referenceHarOverTls } from '../reference-run.ts';

/** A run against the reference server with these departures. What TLS and framing look like, only sockets show. */
export function counterexampleSession(departures: readonly Departure[], scenarios: readonly Scenario[]): Promise<Har> {
  const isOfTheWire = departures.some((departure) => 'tls' in departure || 'framing' in departure);
  return (isOfTheWire ? referenceHarOverTls : referenceHar)({ departures, scenarios });
}
