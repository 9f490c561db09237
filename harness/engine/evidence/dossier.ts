import type { Exchange, Session } from '../../wire/exchange/exchange.ts';
import { parseXml, XmlSyntaxError } from '../../protocol/xml/tree.ts';
import type { XmlTree } from '../../protocol/xml/tree.ts';
import { classify } from './classify.ts';
import type { Evidence } from './evidence.ts';
import { lastSuccesses } from './flow.ts';
import type { Flow } from './flow.ts';
import type { Kind } from './kind.ts';
import { mayBeOfOne, readSigns, signsOf } from './device-signs.ts';
import { openExchange } from './open-exchange.ts';
import type { OpenedExchange } from './open-exchange.ts';
import type { OpenSession } from './open-session.ts';
import { readAnswer } from './answer-state.ts';
import { recordedFlows } from './recorded-flows.ts';
import { inPeriod } from './renewal-offer.ts';
import { readRequestFacts } from './request-facts.ts';
import type { RequestFacts } from './request-facts.ts';

/** A session opened for judging: every document parsed once, and disposed of with the dossier. */
export interface Dossier extends OpenSession, Disposable {
  readonly flows: readonly Flow[];
}

/** Opens a session: kinds, request facts and answers of all exchanges. Dispose of it when judged. */
export function openDossier(session: Session): Dossier {
  const endpoints = new Map<string, Kind>();
  const opened: OpenedExchange[] = [];
  for (const exchange of session.exchanges) {
    const entry = open(exchange, session, endpoints, opened);
    opened.push(entry);
    noteEndpoints(entry, endpoints);
  }
  const evidence = opened.map((entry) => entry.evidence);
  const thirdParty = isThirdParty(session);
  return {
    session,
    thirdParty,
    evidence,
    flows: thirdParty ? recordedFlows(evidence) : labelledFlows(evidence),
    [Symbol.dispose]: () => {
      for (const entry of opened) entry.dispose();
    },
  };
}

/** Whether no exchange is of a run of ours: who cuts off what the run said of itself gains no indulgence. */
function isThirdParty({ meta, exchanges }: Session): boolean {
  return meta === undefined && exchanges.every(({ label }) => label === undefined);
}

function open(
  exchange: Exchange,
  session: Session,
  endpoints: ReadonlyMap<string, Kind>,
  before: readonly OpenedExchange[],
): OpenedExchange {
  const request = parseRequest(exchange);
  const kind = kindOf(exchange, request, session, endpoints);
  const facts = readRequestFacts(exchange, kind, request, endpoints);
  return openExchange({
    exchange,
    kind,
    request,
    facts: inContext(facts, exchange, request, before),
    answer: readAnswer(exchange, kind),
    deviceTrust: session.meta?.deviceTrust ?? [],
  });
}

/** Only beside HTTPS is plain HTTP something else: a server on loopback may have nothing but that. */
function kindOf(
  exchange: Exchange,
  request: XmlTree | undefined,
  session: Session,
  endpoints: ReadonlyMap<string, Kind>,
): Kind {
  const kind = classify(exchange, request, endpoints);
  const [first] = session.exchanges;
  const isBesideTls = exchange.label !== undefined && first?.request.url.startsWith('https:') === true;
  return kind === 'probe' && isBesideTls && exchange.request.url.startsWith('http:') ? 'plain-probe' : kind;
}

function parseRequest(exchange: Exchange): XmlTree | undefined {
  if (exchange.request.body.length === 0) return undefined;
  try {
    return parseXml(exchange.request.body, { exchange: exchange.index, part: 'request' });
  } catch (error) {
    if (error instanceof XmlSyntaxError) return undefined;
    throw error;
  }
}

/** Adds what only the exchanges before it show of a request. */
function inContext(
  facts: RequestFacts,
  exchange: Exchange,
  request: XmlTree | undefined,
  before: readonly OpenedExchange[],
): RequestFacts {
  const earlier = before.map(({ evidence }) => evidence);
  if (facts.renewal) return { ...facts, renewal: inPeriod(facts.renewal, exchange, earlier) };
  const discovered = discoveriesOf(exchange, request, earlier);
  const isWrong = discovered.length > 0 && discovered.every((item) => isWrongCredential(facts.credential, item));
  if (!isWrong) return facts;
  return { ...facts, deviations: [...new Set([...facts.deviations, 'credential-type'])] };
}

/**
 * The Discover answers that a device may have gone on from: the last one; in a third-party recording, where several devices may
 * enroll at once, every one that may be its own, or any where none may.
 */
function discoveriesOf(
  exchange: Exchange,
  request: XmlTree | undefined,
  before: readonly Evidence[],
): readonly Evidence[] {
  const discovered = before.filter(({ kind, state }) => kind === 'discover' && state === 'success');
  if (exchange.label) return discovered.slice(-1);
  const signs = readSigns(exchange, request);
  const own = discovered.filter((item) => mayBeOfOne(signsOf(item), signs));
  return own.length > 0 ? own : discovered;
}

/** A credential that a Discover answer did not ask for: what is wrong here lies between two messages. */
function isWrongCredential(credential: string | undefined, { payload }: Evidence): boolean {
  const policy = payload.find('d:DiscoverResult/d:AuthPolicy')?.text.trim();
  if (policy === 'OnPremise') return credential === 'user-token' || credential === 'certificate';
  if (policy === 'Federated') return credential === 'username-token' || credential === 'certificate';
  return false;
}

const result = '//*[local-name()="DiscoverResult"]/*';

/** Where a device goes next: it reads a Discover answer leniently, so that a defect of it hides none of our own requests. */
function noteEndpoints({ evidence, tree }: OpenedExchange, endpoints: Map<string, Kind>): void {
  if (evidence.kind === 'probe' && evidence.state === 'success') {
    for (const { value } of evidence.headers('Location')) {
      if (URL.canParse(value, evidence.exchange.request.url)) {
        endpoints.set(`GET ${new URL(value, evidence.exchange.request.url).href}`, 'probe');
      }
    }
  }
  if (evidence.kind === 'discover') {
    noteEndpoint(evidence.exchange.request.url, 'discover', endpoints);
    const policy = tree?.text(`${result}[local-name()="EnrollmentPolicyServiceUrl"]`)?.trim();
    const enrollment = tree?.text(`${result}[local-name()="EnrollmentServiceUrl"]`)?.trim();
    if (policy) noteEndpoint(policy, 'get-policies', endpoints);
    if (enrollment) noteEndpoint(enrollment, 'issue', endpoints);
  }
}

/** Services may share an address, as in the published samples: it is then noted as `SHARED` too. */
function noteEndpoint(url: string, kind: Kind, endpoints: Map<string, Kind>): void {
  const known = endpoints.get(url) ?? kind;
  if (known !== kind) endpoints.set(`SHARED ${url}`, 'other');
  endpoints.set(url, kind);
}

function labelledFlows(evidence: readonly Evidence[]): Flow[] {
  const members = new Map<string, Evidence[]>();
  for (const item of evidence) {
    const { label } = item.exchange;
    if (!label) continue;
    const name = `${label.scenario} ${label.flow}`;
    members.set(name, [...(members.get(name) ?? []), item]);
  }
  return [...members].map(([name, items]) => ({ name, members: items, steps: lastSuccesses(items) }));
}
