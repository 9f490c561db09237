import type { Scenario } from '../../device/run/scenario.ts';
import type { Transport } from '../../wire/exchange/exchange.ts';
import type { Har } from '../../wire/har/har.ts';
import type { LawfulServer } from '../lawful-servers/lawful-server.ts';
import { referenceHar } from '../reference-run.ts';
import { varying } from '../varied-run.ts';
import type { Vary } from '../varied-run.ts';

const unvaried: Vary = (response) => response;
const unread = (message: string): string => message;

/** A run of these scenarios at a lawful server. */
export function lawfulSession(server: LawfulServer, scenarios: readonly Scenario[]): Promise<Har> {
  const { departures = [], vary = unvaried, route, reads = unread, deviceTrust = [], path, auth } = server;
  const reading = (transport: Transport): Transport => {
    return (request) => transport({ ...request, body: Buffer.from(reads(Buffer.from(request.body).toString())) });
  };
  const between = (transport: Transport): Transport => reading(varying(vary, route)(transport));
  return referenceHar({
    departures,
    between,
    deviceTrust,
    scenarios,
    ...(path === undefined ? {} : { path }),
    ...(auth === undefined ? {} : { auth }),
  });
}
