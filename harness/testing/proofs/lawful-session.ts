import type { Scenario } from '../../device/run/scenario.ts';
import type { Har } from '../../wire/har/har.ts';
import type { LawfulServer } from '../lawful-servers/lawful-server.ts';
import { referenceHar } from '../reference-run.ts';
import { varying } from '../varied-run.ts';
import type { Vary } from '../varied-run.ts';

const unvaried: Vary = (response) => response;

/** A run of these scenarios at a lawful server. */
export function lawfulSession(server: LawfulServer, scenarios: readonly Scenario[]): Promise<Har> {
  const { departures = [], vary = unvaried, route, deviceTrust = [] } = server;
  return referenceHar({ departures, between: varying(vary, route), deviceTrust, scenarios });
}
