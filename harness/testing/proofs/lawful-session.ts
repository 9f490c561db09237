import type { Scenario } from '../../device/run/scenario.ts';
import type { Transport } from '../../wire/exchange/exchange.ts';
import type { Har } from '../../wire/har/har.ts';
import type { LawfulServer } from '../lawful-servers/lawful-server.ts';
import { referenceHar } from '../reference-run.ts';
import { varying } from '../varied-run.ts';
import type { Route, Vary } from '../varied-run.ts';

const unvaried: Vary = (response) => response;
const unmoved: Route = ({ url }) => url;
const unread = (message: string): string => message;

/** A run of these scenarios at a lawful server. */
export function lawfulSession(server: LawfulServer, scenarios: readonly Scenario[]): Promise<Har> {
  const {
    departures = [],
    vary = unvaried,
    route = unmoved,
    reads = unread,
    deviceTrust = [],
    leavesOut = [],
    path,
    auth,
  } = server;
  const reading = (transport: Transport): Transport => {
    return (request) => transport({ ...request, body: Buffer.from(reads(Buffer.from(request.body).toString())) });
  };
  const between = (transport: Transport): Transport =>
    reading(varying(vary, (request) => managed(route(request)))(transport));
  return referenceHar({
    departures,
    between,
    deviceTrust,
    scenarios: scenarios.filter(({ id }) => !leavesOut.includes(id)),
    ...(path === undefined ? {} : { path }),
    ...(auth === undefined ? {} : { auth }),
  });
}

/** A document may name another address for the sessions: what a device appends to it tells them (MS-MDM 2.1). */
function managed(url: string): string {
  const { origin, search } = new URL(url);
  return search.includes('mode=') && search.includes('Platform=')
    ? `${origin}/ManagementServer/Manage.svc${search}`
    : url;
}
