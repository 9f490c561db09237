import { gather } from '../../../harness/device/gather.ts';
import type { ServerStates } from '../../../harness/device/server-state.ts';
import type { Target } from '../../../harness/device/target.ts';
import type { Departure } from '../../../harness/engine/counterexample.ts';
import { poolAuthorityKeys } from '../../../harness/pki/authority-keys.ts';
import type { CertificateRule } from '../../../harness/reference-server/credentials.ts';
import { toFetchHandler } from '../../../harness/reference-server/fetch-handler.ts';
import { createReferenceServer } from '../../../harness/reference-server/handler.ts';
import { inProcessTransport } from '../../../harness/reference-server/in-process.ts';
import { preparedUsers } from '../../../harness/reference-server/prepared-users.ts';
import { fetchTransport } from '../../../harness/session/fetch-transport.ts';
import type { Session, Transport } from '../../../harness/session/exchange.ts';
import { readHar, serialiseHar, writeHar } from '../../../harness/session/har.ts';
import { scenarios } from '../../scenarios.ts';

export const origin = 'https://enterpriseenrollment.contoso.example';
export const user = { email: 'user@contoso.example', password: 'correct horse' };
/** The scenarios that renew. */
export const renewing = scenarios.filter(({ effect }) => effect === 'renew');

const unchanged = (transport: Transport): Transport => transport;

/** What is special about a run. */
export interface RenewalRun {
  /** How the server treats the certificates of its user. */
  readonly certificates?: CertificateRule;
  readonly departures?: readonly Departure[];
  readonly capabilities?: readonly string[];
  readonly states?: ServerStates;
  readonly fetched?: true;
  /** Stands before the server. */
  readonly between?: (transport: Transport) => Transport;
}

/** Drives the renewals at a reference server in process, and makes sure that no private key is stored. */
export async function runRenewals(wish: RenewalRun = {}): Promise<Session> {
  const now = (): Date => new Date('2026-01-15T09:30:00.000Z');
  const { certificates, departures = [], capabilities = [], states, between = unchanged } = wish;
  const server = createReferenceServer({
    origin,
    now,
    seed: 'renewal',
    users: [{ ...user, ...(certificates ? { certificates } : {}) }, ...preparedUsers(user.password)],
    keys: poolAuthorityKeys(),
    departures,
  });
  const transport = wish.fetched ? fetchTransport(toFetchHandler(server)) : inProcessTransport(server);
  const target: Target = {
    url: `${origin}/EnrollmentServer/Discovery.svc`,
    ...user,
    deviceTrust: [],
    capabilities,
    ...(states ? { states } : {}),
  };
  const recording = await gather({
    target,
    transport: between(transport),
    scenarios: renewing,
    now,
    seed: 'renewal',
    keys: 'pool',
    concurrency: 1,
  });
  const har = serialiseHar(writeHar(recording));
  if (har.includes('PRIVATE KEY')) throw new Error('the session holds a private key');
  return readHar(har);
}
