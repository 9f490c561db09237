import { readShownDeviations } from './shown-deviations.ts';
import type { Answering, Behaviour, Departure, TlsDefect } from '../engine/counterexample.ts';
import { createAuthority, type Authority, type AuthorityKeys } from '../pki/authority.ts';
import { seededBytes } from '../pki/seeded-bytes.ts';
import type { Header, HttpRequest } from '../session/exchange.ts';
import type { User } from './credentials.ts';
import { behaviourOf, createDeparting, tlsDefectOf, type Asked } from './departures.ts';
import { endpointOf, type Endpoint } from './endpoints.ts';
import type { Kind } from '../engine/kind.ts';
import { commonHeaders } from './envelope.ts';
import { createFetcher, type Fetch } from './entity-fetcher.ts';
import { faultResponse } from './fault.ts';
import { createIdentifiers } from './identifiers.ts';
import { createOperations, type Operations } from './operations.ts';
import { Refusal } from './refusal.ts';
import { httpResponse, type Reply } from './reply.ts';
import { soapExchange, type Answered, type SoapDesk } from './soap-exchange.ts';

export interface ReferenceServerOptions {
  /** Where clients reach it, `https://host:port`; a function where that is known only after listening. */
  readonly origin: string | (() => string);
  readonly now: () => Date;
  /** Decides every id, serial number and secret. */
  readonly seed: string;
  readonly users: readonly [User, ...User[]];
  readonly keys: AuthorityKeys;
  /** What it does wrong; nothing by default. */
  readonly departures?: readonly Departure[];
  /** Fetches an address, and drops what comes; only a server with a departure goes anywhere. */
  readonly fetch?: Fetch;
}

/** A server that follows every rule of the catalogue, as one handler over plain data, or departs from it as told. */
export interface ReferenceServer {
  /**
   * Answers one request. Rejects with `VoidDeparture` where a departure changes nothing of the first answer that it concerns; any other
   * rejection is our own defect too.
   */
  handle(request: HttpRequest): Promise<Reply>;
  readonly authority: Authority;
  /** How many certificates devices were issued. */
  readonly issued: () => number;
  /** The departure that only a listener can show. */
  readonly tlsDefect: TlsDefect | undefined;
}

/** Creates the server. It holds no connection and no timer, so there is nothing to close. */
export function createReferenceServer(options: ReferenceServerOptions): ReferenceServer {
  const { now, seed, users, keys, departures = [] } = options;
  const behaviour = behaviourOf(departures);
  const authority = createAuthority({ now, random: seededBytes(`${seed} certificates`), keys, changes: behaviour });
  const identifiers = createIdentifiers(`${seed} identifiers`);
  const origin = originOf(options.origin);
  const desk = { now, identifiers, noteMessageId: createReplayGuard(behaviour) };
  let issued = 0;
  const issue: Authority['issue'] = (...request) => {
    issued += 1;
    return authority.issue(...request);
  };
  const operations = createOperations({ ...desk, origin, users, behaviour, authority: { ...authority, issue } });
  const depart = createDeparting(departures);
  const reply = (request: HttpRequest): Reply => {
    const { answering, response, ...substitutes } = respond(request, operations, desk);
    return depart({ response }, answering, substitutes, asked(request, now()));
  };
  const fetchNamed = createFetcher(behaviour, options.fetch);
  return {
    handle: async (request) => {
      await fetchNamed(request);
      return reply(request);
    },
    authority,
    issued: () => issued,
    tlsDefect: tlsDefectOf(departures),
  };
}

const kinds: Readonly<Record<Endpoint, Kind>> = {
  discovery: 'discover',
  policy: 'get-policies',
  enrollment: 'issue',
  management: 'manage',
};

function asked(request: HttpRequest, at: Date): Asked {
  const endpoint = endpointOf(request);
  const kind = endpoint && kinds[endpoint];
  return {
    text: () =>
      [
        request.connection?.httpVersion ?? 'HTTP/1.1',
        ...request.headers.map((header) => header.join(': ')),
        Buffer.from(request.body).toString(),
      ].join('\n'),
    deviations: () => readShownDeviations(request, new Map(kind ? [[request.url, kind]] : []), at),
  };
}

function originOf(origin: string | (() => string)): () => string {
  return typeof origin === 'string' ? () => origin : origin;
}

function respond(request: HttpRequest, operations: Operations, desk: SoapDesk): Answered {
  const endpoint = endpointOf(request);
  if (endpoint === undefined) return withoutSoap('other', 404, [], desk);
  if (endpoint === 'management') return withoutSoap('manage fault', 403, [], desk);
  const isProbed = endpoint === 'discovery';
  if (isProbed && request.method === 'GET') return withoutSoap('probe', 200, probeHeaders, desk);
  if (isProbed && request.method === 'HEAD') return withoutSoap('other', 200, probeHeaders, desk);
  if (request.method === 'POST') return soapExchange(operations[endpoint], request, desk);
  return withoutSoap('other', 405, [['Allow', isProbed ? 'GET, HEAD, POST' : 'POST']], desk);
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

/** Refuses a MessageID that was seen before, when told to; a good server never does, because Windows repeats its ids. */
function createReplayGuard({ refusesRepeatedMessageId }: Behaviour): (id: string) => void {
  const seen = new Set<string>();
  return (id) => {
    if (refusesRepeatedMessageId !== true) return;
    if (seen.has(id)) throw new Refusal('InvalidSecurity', 'This message was received before.');
    seen.add(id);
  };
}
