import type { Departure, OtherHost } from '../engine/rule/counterexample.ts';
import { countCallbacks } from '../device/run/callback.ts';
import { listenForCallbacks } from '../device/run/callback-listener.ts';
import { gather } from '../device/run/gather.ts';
import { allEffects } from '../device/run/plan.ts';
import type { Effect, Scenario } from '../device/run/scenario.ts';
import type { DescribedStates, TargetDescription } from '../device/target/target-description.ts';
import { poolAuthorityKeys } from '../protocol/pki/build/authority-keys.ts';
import type { UserIdentity } from '../protocol/pki/build/user-identity.ts';
import { createReferenceServer } from '../reference-server/mount/handler.ts';
import type { ReferenceServer } from '../reference-server/mount/handler.ts';
import { inProcessTransport } from '../reference-server/mount/in-process.ts';
import { preparedStates, preparedUsers } from '../reference-server/services/prepared-users.ts';
import type { AuthMethod } from '../reference-server/services/auth-method.ts';
import { startReferenceServer } from '../reference-server/mount/start.ts';
import { Secret } from '../wire/redaction/secret.ts';
import { createLiveTransport } from '../wire/transport/live-transport.ts';
import type { Session, Transport } from '../wire/exchange/exchange.ts';
import { readRedactedHar, serialiseHar, writeHar } from '../wire/har/har.ts';
import type { Har } from '../wire/har/har.ts';
import { scenarios as allScenarios } from '../../suites/scenarios.ts';
import { authFor } from './auth-for-departures.ts';
import { certificateOf, userIdentityOf } from './golden-certificate.ts';
import { entraOf, entraTrust } from '../app/embedded-entra.ts';
import { rememberedCertificate } from './remembered-certificate.ts';

/** The fixed instant at which golden sessions take place. */
export const goldenInstant = new Date('2026-01-15T09:30:00.000Z');

const origin = 'https://enterpriseenrollment.contoso.example';
const goldenUser = { email: 'user@contoso.example', password: 'correct horse 7&<staple>' };

/** How an agent enrolls at the server. */
const goldenAgent = { token: 'node-key-4f1d9b7c2e-of-an-agent', emailAddress: 'agent' };

/** What may differ from the golden session. */
export interface ReferenceRun {
  readonly departures?: readonly Departure[];
  readonly scenarios?: readonly Scenario[];
  /** Stands between the devices and the server, and may answer otherwise. */
  readonly between?: (transport: Transport) => Transport;
  /** PEM roots that the devices trust before they enroll. */
  readonly deviceTrust?: readonly string[];
  /** Where the target is told to be found, on the host of the server. Default: the path of MS-MDE2. */
  readonly path?: string;
  readonly effects?: readonly Effect[];
  /** In place of the states of the prepared users. */
  readonly states?: DescribedStates;
  /** Default: 1, so that the server counts its answers in plan order. */
  readonly concurrency?: number;
  /** Who enrolls; in process only. */
  readonly user?: { readonly email: string; readonly password: string };
  /** In process only. Only the clock of the run waits, so that it takes no time. */
  readonly rate?: number;
  /** What stands on hosts of its own; over TLS only. */
  readonly apart?: readonly OtherHost[];
  /** Over TLS only. */
  readonly tlsReportOnly?: boolean;
  /** What the server wants of its users. Default: passwords, unless a departure is one of the sign-in. */
  readonly auth?: AuthMethod;
  /** How the devices sign in; `nowhere`: the target does not say it. Default: by the login form. */
  readonly signIn?: TargetDescription['signIn'] | 'nowhere';
  /** PEM that TLS trusts besides the root of the server; over TLS only. */
  readonly trusted?: readonly string[];
}

/** The HAR text of a run against the reference server in process; what is said of `referenceHar` holds for it. */
export async function recordReference(run?: ReferenceRun): Promise<string> {
  return serialiseHar(await referenceHar(run));
}

/** The same over TLS on loopback. */
export async function recordReferenceOverTls(run?: ReferenceRun): Promise<string> {
  return serialiseHar(await referenceHarOverTls(run));
}

/**
 * A run against the reference server in process, as a session to be judged: what an audit reads from its HAR is equal. The whole clean run
 * is what most tests begin with; `goldenSession` makes it once in each worker.
 */
export async function referenceSession(run?: ReferenceRun): Promise<Session> {
  return readRedactedHar(await referenceHar(run));
}

/** `referenceSession` over TLS on loopback. */
export async function referenceSessionOverTls(run?: ReferenceRun): Promise<Session> {
  return readRedactedHar(await referenceHarOverTls(run));
}

/**
 * The HAR of a run against the reference server in process: fixed origin, seed and keys, and a clock that only a late answer
 * and a rate move, so equal each time.
 */
export async function referenceHar({
  departures = [],
  scenarios = allScenarios,
  between = (transport) => transport,
  deviceTrust = [],
  path = '/EnrollmentServer/Discovery.svc',
  effects = allEffects,
  user = goldenUser,
  states = preparedStates(user.password),
  concurrency = 1,
  rate,
  auth = authFor(departures),
  ...run
}: ReferenceRun = {}): Promise<Har> {
  let elapsed = 0;
  const pass = (ms: number): Promise<void> => {
    elapsed += ms;
    return Promise.resolve();
  };
  const now = (): Date => new Date(goldenInstant.getTime() + elapsed);
  const callback = countCallbacks('https://callback.example');
  const identity = userIdentityOf(user.email, now);
  const server = createReferenceServer({
    origin,
    userRoots: [identity.root],
    fetch: (url) => {
      callback.note(new URL(url).pathname);
      return Promise.resolve();
    },
    now,
    seed: 'golden',
    users: [user, ...preparedUsers(user.password)],
    keys: poolAuthorityKeys(),
    makeCertificate: rememberedCertificate,
    agentToken: goldenAgent.token,
    auth: auth === 'entra' ? ['on-premise', 'entra'] : [auth],
    ...(auth === 'entra' ? { entra: entraTrust } : {}),
    departures,
  });
  const recording = await gather({
    target: {
      ...golden(`${origin}${path}`),
      ...user,
      links: [`${origin}/enroll`],
      programmatic: goldenAgent,
      deviceTrust,
      states,
      ...signInOf({ auth, user, identity, ...run }),
      ...tokensOf(auth, server, run.signIn),
      ...entraOf(auth, origin),
    },
    transport: between(inProcessTransport(server, pass)),
    scenarios,
    effects,
    concurrency,
    ...(rate === undefined ? {} : { rate, clock: { elapsed: () => elapsed, wait: pass } }),
    callback,
    now,
    seed: 'golden',
    keys: 'pool',
  });
  return writeHar(recording);
}

/** The same over TLS on loopback, for what only sockets show. */
export async function referenceHarOverTls({
  departures = [],
  scenarios = allScenarios,
  concurrency = 1,
  apart = [],
  tlsReportOnly = false,
  trusted = [],
  between = (transport) => transport,
  states = preparedStates(goldenUser.password),
  auth = authFor(departures),
  ...run
}: ReferenceRun = {}): Promise<Har> {
  const now = (): Date => new Date();
  await using server = await startReferenceServer({
    agentToken: goldenAgent.token,
    auth: auth === 'entra' ? ['on-premise', 'entra'] : [auth],
    ...(auth === 'entra' ? { entra: entraTrust } : {}),
    keys: 'pool',
    seed: 'golden',
    now,
    user: goldenUser,
    departures,
    apart,
    plainPort: 0,
  });
  await using callback = await listenForCallbacks();
  const recording = await gather({
    target: {
      ...golden(server.url),
      ...signInOf({ auth, user: goldenUser, identity: server.userIdentity, ...run }),
      ...tokensOf(auth, server, run.signIn),
      ...entraOf(auth, server.origin),
      states,
      links: [server.linkPage],
      programmatic: goldenAgent,
      ca: server.caPem,
      ...(server.plainUrl ? { plainHttp: server.plainUrl } : {}),
    },
    transport: between(createLiveTransport({ ca: [server.caPem, ...trusted], timeoutMs: 5000, tlsReportOnly })),
    scenarios,
    concurrency,
    callback,
    now,
    seed: 'golden',
    keys: 'pool',
  });
  return writeHar(recording);
}

function golden(url: string): Omit<TargetDescription, 'states'> {
  return { url, ...goldenUser, deviceTrust: [], capabilities: [] };
}

/** A target of tokens names those that no sign-in gives, too. */
function tokensOf(
  auth: AuthMethod,
  { mintTokens }: Pick<ReferenceServer, 'mintTokens'>,
  signIn: ReferenceRun['signIn'],
): Partial<TargetDescription> {
  if (auth !== 'federated' || signIn === 'nowhere') return {};
  return { tokens: mintTokens() };
}

/** The users of a federated server fill its login form; those of one that wants a certificate have one. */
function signInOf({
  auth,
  identity,
  signIn,
  user,
}: Pick<ReferenceRun, 'auth' | 'signIn' | 'user'> & { readonly identity: UserIdentity }): Partial<TargetDescription> {
  if (auth === 'certificate') {
    return { auth, certificate: certificateOf(identity) };
  }
  if (auth !== 'federated' || signIn === 'nowhere') return {};
  const { email: username, password } = user ?? goldenUser;
  return { signIn: signIn ?? { by: 'form', fields: { username, password: new Secret('password', password) } } };
}
