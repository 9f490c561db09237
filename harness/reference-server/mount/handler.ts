import { readShownDeviations } from '../departures/shown-deviations.ts';
import type { Behaviour, Departure, OtherHost } from '../../engine/rule/counterexample.ts';
import type { TlsDefect } from '../../protocol/pki/build/tls-defect.ts';
import { createAuthority, type Authority, type AuthorityKeys } from '../../protocol/pki/build/authority.ts';
import type { MakeCertificate } from '../../protocol/pki/build/certifier.ts';
import type { Request } from '../../protocol/syncml/message.ts';
import type { Certificate } from '../../protocol/pki/read/certificate.ts';
import { seededBytes } from '../../protocol/pki/build/seeded-bytes.ts';
import type { HttpRequest } from '../../wire/exchange/exchange.ts';
import { authOffer, type AuthMethod } from '../services/auth-method.ts';
import type { User } from '../services/user.ts';
import { behaviourOf, createDeparting, tlsDefectsOf, type Asked } from '../departures/departures.ts';
import { endpointOf, pathsUnder, type Endpoint, type Origins, type Paths } from '../services/endpoints.ts';
import type { Kind } from '../../engine/evidence/kind.ts';
import { shownCertificate } from '../../engine/evidence/renewal-request.ts';
import { createFetcher, type Fetch } from '../services/entity-fetcher.ts';
import { createIdentifiers } from '../services/identifiers.ts';
import { createIssuedCertificates } from '../services/issued-certificates.ts';
import { managementService } from '../services/management/management-service.ts';
import { createOperations } from '../services/operations.ts';
import { lifetimeOf } from '../services/protocol.ts';
import { Refusal } from '../services/refusal.ts';
import { respond } from '../services/respond.ts';
import { passwordRule } from '../services/right-password.ts';
import { createConsents } from '../services/entra/consent.ts';
import type { EntraTrust } from '../services/entra/entra-trust.ts';
import type { EntraDesk } from '../services/entra/jwt-owner.ts';
import { jwtReader } from '../services/entra/jwt-reader.ts';
import { termsService } from '../services/entra/terms-service.ts';
import { signInService } from '../services/sign-in/sign-in.ts';
import { mintTokens, type MintedTokens } from '../services/sign-in/special-tokens.ts';
import { createTokenIssuer } from '../services/sign-in/token-issuer.ts';
import { createQueue } from './queue.ts';
import type { Reply } from './reply.ts';

/** What a reference server is made from. */
export interface ReferenceServerOptions {
  /** The address for clients, `https://host:port`; a function if it is known only after listening. */
  readonly origin: string | (() => string);
  /** The origin of a service with a host of its own; undefined for the others. */
  readonly otherOrigin?: (of: OtherHost) => string | undefined;
  /** The clock of the server. */
  readonly now: () => Date;
  /** Determines every id, serial number and secret. */
  readonly seed: string;
  /** At least one. */
  readonly users: readonly User[];
  /** The ways in which users may prove who they are; on-premise by default. */
  readonly auth?: readonly AuthMethod[];
  /** The one of several that a device gets that offers them all; federated by default. */
  readonly preferredAuth?: AuthMethod;
  /** The token of an agent that enrolls devices, accepted beside the offered ways; none by default. */
  readonly agentToken?: string;
  /** Whoever they certify authenticates by a certificate, where the server offers that; nobody by default. */
  readonly userRoots?: readonly Certificate[];
  readonly keys: AuthorityKeys;
  /** Makes each certificate; many servers that issue the same ones may share one that remembers. */
  readonly makeCertificate?: MakeCertificate;
  /** The departures of the server; none by default. */
  readonly departures?: readonly Departure[];
  /** Refuses what MS-MDE2 asks in vain, although the server could grant the request. Default: it grants it. */
  readonly isStrict?: boolean;
  /** The lifetime of the certificates of devices, in days, at least 2; 365 by default. */
  readonly certificateDays?: number;
  /** Replaces all of each path but its last segment (`/x`); the usual paths by default. */
  readonly pathPrefix?: string;
  /** Whose tokens of Microsoft Entra the server takes; without it, it takes none, whatever `auth` says. */
  readonly entra?: EntraTrust;
  /** What it asks first in each management session; three values of DevDetail by default. */
  readonly commands?: readonly Omit<Request, 'id'>[];
  /** Fetches an address and drops the content; only a server with a departure calls it. */
  readonly fetch?: Fetch;
}

/** A server that follows every rule of the catalogue, apart from its departures: one handler over plain data. */
export interface ReferenceServer {
  /**
   * Answers one request. `clientCertificate` (PEM) is the certificate of the connection; TLS has proven its key.
   * Rejects with `VoidDeparture` if a departure changes nothing in the first answer that it matches; any other
   * rejection is an internal error too.
   */
  handle(request: HttpRequest, clientCertificate?: string): Promise<Reply>;
  readonly authority: Authority;
  /** The number of certificates issued to devices. */
  readonly issued: () => number;
  /** Tokens of the users that the sign-in page does not give, for a target file. */
  readonly mintTokens: () => MintedTokens;
  /** The departures that only a listener can show, by host. */
  readonly tlsDefects: ReadonlyMap<OtherHost | 'discovery', TlsDefect>;
}

/** Creates the server. It holds no connection and no timer, so there is nothing to close. Throws a `RangeError` without a user. */
export function createReferenceServer(options: ReferenceServerOptions): ReferenceServer {
  const { now, seed, keys, makeCertificate, departures = [], isStrict = false, userRoots = [] } = options;
  const users = atLeastOne(options.users);
  const paths = pathsUnder(options.pathPrefix);
  const lifetime = lifetimeOf(options.certificateDays);
  const behaviour = behaviourOf(departures);
  const authority = createAuthority({
    now,
    random: seededBytes(`${seed} certificates`),
    keys,
    ...(makeCertificate ? { make: makeCertificate } : {}),
    changes: behaviour,
  });
  const identifiers = createIdentifiers(`${seed} identifiers`);
  const origins = originsOf(options);
  const desk = { now, identifiers, noteMessageId: createReplayGuard(behaviour), isStrict };
  let issued = 0;
  const issue: Authority['issue'] = (...request) => {
    issued += 1;
    return authority.issue(...request);
  };
  const isRight = passwordRule(behaviour);
  const offer = authOffer(options.auth, options.preferredAuth);
  const tokens = createTokenIssuer({ audience: () => origins('discovery'), now, seed, users, behaviour });
  const signInDesk = { ...desk, seed, path: paths.signIn, users, behaviour, isRight, tokens };
  const signIn = offer.includes('federated') ? signInService(signInDesk) : undefined;
  const entra =
    options.auth?.includes('entra') && options.entra ? entraDesk(options.entra, options, behaviour) : undefined;
  const terms = entra && termsService({ ...desk, ...entra, path: paths.termsOfUse, behaviour });
  const agent = agentOf(options);
  const issuedOnes = createIssuedCertificates();
  const manage = managementService({
    now,
    identifiers: createIdentifiers(`${seed} nonces`),
    issued: issuedOnes,
    behaviour,
    ...(options.commands ? { commands: options.commands } : {}),
    address: () => `${origins('management')}${paths.management}`,
  });
  const shared = {
    ...desk,
    issued: issuedOnes,
    ...agent,
    entra,
    origins,
    paths,
    lifetime,
    users,
    behaviour,
    offer,
    isRight,
    tokens,
    userRoots,
  };
  const operations = createOperations({ ...shared, authority: { ...authority, issue } });
  const depart = createDeparting(departures);
  const reply = (request: HttpRequest, clientCertificate: string | undefined): Reply => {
    const asking = { request, caller: { certificate: readShown(clientCertificate) }, desk };
    const { answering, response, ...substitutes } = respond(asking, {
      operations,
      origins,
      paths,
      manage,
      signIn,
      terms,
      users,
    });
    const read = asked(request, clientCertificate, { at: now(), paths });
    return depart({ response, answering }, answering, substitutes, read);
  };
  const queue = createQueue(behaviour, paths);
  const fetchNamed = createFetcher(behaviour, options.fetch);
  return {
    handle: (request, clientCertificate) =>
      queue(request, async () => {
        await fetchNamed(request);
        await options.entra?.renewKeys?.();
        return reply(request, clientCertificate);
      }),
    authority,
    issued: () => issued,
    mintTokens: () => mintTokens(users, tokens),
    tlsDefects: tlsDefectsOf(departures),
  };
}

function agentOf({ agentToken }: ReferenceServerOptions): Pick<ReferenceServerOptions, 'agentToken'> {
  return agentToken === undefined ? {} : { agentToken };
}

const kinds: Readonly<Record<Endpoint, Kind>> = {
  discovery: 'discover',
  policy: 'get-policies',
  enrollment: 'issue',
  management: 'manage',
  signIn: 'authenticate',
  linkPage: 'deep-link-page',
  termsOfUse: 'terms-of-use',
};

function entraDesk(
  trust: EntraTrust,
  { now, seed }: Pick<ReferenceServerOptions, 'now' | 'seed'>,
  behaviour: Behaviour,
): EntraDesk {
  return { readJwt: jwtReader(trust, behaviour, now), consents: createConsents(seed) };
}

/** A certificate that cannot be read is not from this server. */
function readShown(clientCertificate: string | undefined): Certificate | undefined {
  return clientCertificate === undefined ? undefined : shownCertificate(showing(clientCertificate));
}

function showing(certificate: string): Pick<HttpRequest, 'connection'> {
  return { connection: { clientCertificate: { certificate } } };
}

function asked(
  request: HttpRequest,
  clientCertificate: string | undefined,
  { at, paths }: { readonly at: Date; readonly paths: Paths },
): Asked {
  const shown = clientCertificate === undefined ? request : { ...request, ...showing(clientCertificate) };
  const endpoint = endpointOf(request, paths);
  const kind = endpoint && kinds[endpoint];
  return {
    text: () =>
      [
        request.connection?.httpVersion ?? 'HTTP/1.1',
        ...request.headers.map((header) => header.join(': ')),
        Buffer.from(request.body).toString(),
      ].join('\n'),
    deviations: () => readShownDeviations(shown, new Map(kind ? [[request.url, kind]] : []), at),
  };
}

function originsOf({ origin, otherOrigin }: ReferenceServerOptions): Origins {
  const main = typeof origin === 'string' ? () => origin : origin;
  return (of) => (of === 'discovery' ? undefined : otherOrigin?.(of)) ?? main();
}

/**
 * With this departure, refuses a MessageID that was seen before. A good server never does, because Windows repeats its
 * ids.
 */
function createReplayGuard({ refusesRepeatedMessageId }: Behaviour): (id: string) => void {
  const seen = new Set<string>();
  return (id) => {
    if (refusesRepeatedMessageId !== true) return;
    if (seen.has(id)) throw new Refusal('InvalidSecurity', 'This message was received before.');
    seen.add(id);
  };
}

function atLeastOne([first, ...others]: readonly User[]): readonly [User, ...User[]] {
  if (first === undefined) throw new RangeError('"users" is empty; give at least one { email, password }');
  return [first, ...others];
}
