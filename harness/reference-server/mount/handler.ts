import { readShownDeviations } from '../departures/shown-deviations.ts';
import type { Answering, Behaviour, Departure, OtherHost } from '../../engine/rule/counterexample.ts';
import type { TlsDefect } from '../../protocol/pki/build/tls-defect.ts';
import { createAuthority, type Authority, type AuthorityKeys } from '../../protocol/pki/build/authority.ts';
import type { MakeCertificate } from '../../protocol/pki/build/certifier.ts';
import type { Certificate } from '../../protocol/pki/read/certificate.ts';
import { seededBytes } from '../../protocol/pki/build/seeded-bytes.ts';
import type { Header, HttpRequest } from '../../wire/exchange/exchange.ts';
import type { User } from '../services/credentials.ts';
import { behaviourOf, createDeparting, tlsDefectsOf, type Asked } from '../departures/departures.ts';
import { endpointOf, paths, type Endpoint, type Origins } from '../services/endpoints.ts';
import { hostPath } from '../../engine/evidence/kind.ts';
import type { Kind } from '../../engine/evidence/kind.ts';
import { shownCertificate } from '../../engine/evidence/renewal-request.ts';
import { commonHeaders } from '../services/envelope.ts';
import { createFetcher, type Fetch } from '../services/entity-fetcher.ts';
import { faultResponse } from '../services/fault.ts';
import { createIdentifiers } from '../services/identifiers.ts';
import { createOperations, type Operations } from '../services/operations.ts';
import { Refusal } from '../services/refusal.ts';
import { createQueue } from './queue.ts';
import { httpResponse, type Reply } from './reply.ts';
import { soapExchange, type Answered, type Asking, type SoapDesk } from '../services/soap-exchange.ts';

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
  readonly users: readonly [User, ...User[]];
  readonly keys: AuthorityKeys;
  /** Makes each certificate; many servers that issue the same ones may share one that remembers. */
  readonly makeCertificate?: MakeCertificate;
  /** The departures of the server; none by default. */
  readonly departures?: readonly Departure[];
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
  /** The departures that only a listener can show, by host. */
  readonly tlsDefects: ReadonlyMap<OtherHost | 'discovery', TlsDefect>;
}

/** Creates the server. It holds no connection and no timer, so there is nothing to close. */
export function createReferenceServer(options: ReferenceServerOptions): ReferenceServer {
  const { now, seed, users, keys, makeCertificate, departures = [] } = options;
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
  const desk = { now, identifiers, noteMessageId: createReplayGuard(behaviour) };
  let issued = 0;
  const issue: Authority['issue'] = (...request) => {
    issued += 1;
    return authority.issue(...request);
  };
  const operations = createOperations({ ...desk, origins, users, behaviour, authority: { ...authority, issue } });
  const depart = createDeparting(departures);
  const reply = (request: HttpRequest, clientCertificate: string | undefined): Reply => {
    const asking = { request, caller: { certificate: readShown(clientCertificate) }, desk };
    const { answering, response, ...substitutes } = respond(asking, operations, origins);
    return depart({ response }, answering, substitutes, asked(request, clientCertificate, now()));
  };
  const queue = createQueue(behaviour);
  const fetchNamed = createFetcher(behaviour, options.fetch);
  return {
    handle: (request, clientCertificate) =>
      queue(request, async () => {
        await fetchNamed(request);
        return reply(request, clientCertificate);
      }),
    authority,
    issued: () => issued,
    tlsDefects: tlsDefectsOf(departures),
  };
}

const kinds: Readonly<Record<Endpoint, Kind>> = {
  discovery: 'discover',
  policy: 'get-policies',
  enrollment: 'issue',
  management: 'manage',
};

/** A certificate that cannot be read is not from this server. */
function readShown(clientCertificate: string | undefined): Certificate | undefined {
  return clientCertificate === undefined ? undefined : shownCertificate(showing(clientCertificate));
}

function showing(certificate: string): Pick<HttpRequest, 'connection'> {
  return { connection: { clientCertificate: { certificate } } };
}

function asked(request: HttpRequest, clientCertificate: string | undefined, at: Date): Asked {
  const shown = clientCertificate === undefined ? request : { ...request, ...showing(clientCertificate) };
  const endpoint = endpointOf(request);
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

function respond(asking: Asking, operations: Operations, origins: Origins): Answered {
  const { request, desk } = asking;
  const endpoint = endpointOf(request);
  if (isPlain(request, origins)) return respondInPlain(request, endpoint, origins, desk);
  if (endpoint === undefined) return withoutSoap(isForHost(request) ? 'host' : 'other', 404, [], desk);
  if (endpoint === 'management') return withoutSoap('manage fault', 403, [], desk);
  const isProbed = endpoint === 'discovery';
  if (isProbed && request.method === 'GET') return withoutSoap('probe', 200, probeHeaders, desk);
  if (isProbed && request.method === 'HEAD') return withoutSoap('other', 200, probeHeaders, desk);
  if (request.method === 'POST') return soapExchange(operations[endpoint], asking);
  return withoutSoap('other', 405, [['Allow', isProbed ? 'GET, HEAD, POST' : 'POST']], desk);
}

/** If the server uses HTTPS, plain HTTP only redirects the probe to it. */
function respondInPlain(
  { method }: HttpRequest,
  endpoint: Endpoint | undefined,
  origins: Origins,
  desk: SoapDesk,
): Answered {
  if (endpoint !== 'discovery' || method !== 'GET') return withoutSoap('other', 404, [], desk);
  const to = `${origins('discovery')}${paths.discovery}`;
  return withoutSoap('plain-probe', 301, [['Location', to]], desk);
}

function isPlain({ url }: HttpRequest, origins: Origins): boolean {
  return url.startsWith('http:') && origins('discovery').startsWith('https:');
}

function isForHost({ method, url }: HttpRequest): boolean {
  return method === 'GET' && URL.canParse(url) && new URL(url).pathname === hostPath;
}

/** What the published answer to the probe carries. */
const probeHeaders: readonly Header[] = [
  ['Content-Type', 'text/html'],
  ['Pragma', 'no-cache'],
];

/** An answer without a body. */
function withoutSoap(answering: Answering, status: number, headers: readonly Header[], desk: SoapDesk): Answered {
  const response = httpResponse(status, [...headers, ...commonHeaders(desk.now())], new Uint8Array());
  return { answering, response, fault: (fault) => faultResponse(fault, undefined, desk), success: () => response };
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
