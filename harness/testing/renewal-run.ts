import { gather } from '../device/run/gather.ts';
import type { DescribedStates, TargetDescription } from '../device/target/target-description.ts';
import type { Departure } from '../engine/rule/counterexample.ts';
import { poolAuthorityKeys } from '../protocol/pki/build/authority-keys.ts';
import type { CertificateRule } from '../reference-server/services/user.ts';
import { toFetchHandler } from '../reference-server/mount/fetch-handler.ts';
import { createReferenceServer } from '../reference-server/mount/handler.ts';
import { inProcessTransport } from '../reference-server/mount/in-process.ts';
import { preparedUsers } from '../reference-server/services/prepared-users.ts';
import { fetchTransport } from '../wire/transport/fetch-transport.ts';
import type { Session, Transport } from '../wire/exchange/exchange.ts';
import { readHar, serialiseHar, writeHar } from '../wire/har/har.ts';
import { scenarios } from '../../suites/scenarios.ts';
import { rememberedCertificate } from './remembered-certificate.ts';

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
  readonly states?: DescribedStates;
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
    makeCertificate: rememberedCertificate,
    departures,
  });
  const transport = wish.fetched ? fetchTransport(toFetchHandler(server)) : inProcessTransport(server);
  const target: TargetDescription = {
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
