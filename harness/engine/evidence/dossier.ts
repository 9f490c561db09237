import type { XmlTree } from '../../protocol/xml/tree.ts';
import type { Exchange, Session } from '../../wire/exchange/exchange.ts';
import { readAnswer } from './answer-state.ts';
import { withoutHabits } from './client-habits.ts';
import { classify } from './classify.ts';
import { discoveryAddresses } from './discovery-addresses.ts';
import { createDocumentBudget, withoutAnswer } from './document-budget.ts';
import type { DocumentBudget } from './document-budget.ts';
import { createEndpoints } from './endpoints.ts';
import type { Endpoints } from './endpoints.ts';
import type { Evidence } from './evidence.ts';
import type { Flow } from './flow.ts';
import { isSoapKind } from './kind.ts';
import { isDrivenLinkPage, isRecordedLinkPage, linkPageScenario } from './link-page.ts';
import type { Kind } from './kind.ts';
import { labelledFlows } from './labelled-flows.ts';
import { noteEndpoints } from './note-endpoints.ts';
import { openExchange } from './open-exchange.ts';
import type { OpenedExchange } from './open-exchange.ts';
import type { OpenSession } from './open-session.ts';
import { parseRequest } from './parse-request.ts';
import { recordedFlows } from './recorded-flows.ts';
import { inContext } from './request-context.ts';
import { readRequestFacts } from './request-facts.ts';
import { isThrottled } from './throttled.ts';

/** A session opened for judging: every document parsed once, and disposed of with the dossier. */
export interface Dossier extends OpenSession, Disposable {
  readonly flows: readonly Flow[];
}

/**
 * Opens a session: kinds, request facts and answers of all exchanges. Dispose of it when judged. `trusted` are PEM roots that a device
 * trusts besides those that the session names.
 */
export function openDossier(session: Session, trusted: readonly string[] = []): Dossier {
  const deviceTrust = [...(session.meta?.deviceTrust ?? []), ...trusted];
  const thirdParty = isThirdParty(session);
  const budget = createDocumentBudget();
  const requests = session.exchanges.map((exchange) => {
    budget.admits(exchange.request.body);
    return parseRequest(exchange);
  });
  const endpoints = createEndpoints(discoveryAddresses(session, requests));
  const opened: OpenedExchange[] = [];
  const evidence: Evidence[] = [];
  for (const [position, exchange] of session.exchanges.entries()) {
    const entry = open(exchange, requests[position], {
      session,
      thirdParty,
      endpoints,
      deviceTrust,
      budget,
      before: evidence,
    });
    opened.push(entry);
    evidence.push(entry.evidence);
    noteEndpoints(entry.evidence, entry.tree, endpoints);
  }
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

/** What an exchange is opened by besides itself. */
interface Surroundings {
  readonly session: Session;
  readonly thirdParty: boolean;
  readonly endpoints: Endpoints;
  readonly deviceTrust: readonly string[];
  readonly budget: DocumentBudget;
  readonly before: readonly Evidence[];
}

function open(recorded: Exchange, request: XmlTree | undefined, around: Surroundings): OpenedExchange {
  const { thirdParty, endpoints, deviceTrust, budget, before } = around;
  const kind = kindOf(recorded, request, around);
  const exchange = isReadable(recorded, kind, budget) ? recorded : withoutAnswer(recorded);
  const answer = readAnswer(exchange, kind);
  const facts = withoutHabits(readRequestFacts(exchange, kind, request, endpoints), {
    profile: around.session.meta?.profile,
    declared: exchange.label?.deviations,
    isAnswered: answer.state === 'success',
  });
  const provenByAnswer = thirdParty && answer.state === 'success';
  return openExchange({
    exchange,
    kind,
    request,
    facts: inContext(facts, exchange, request, { before, provenByAnswer }),
    answer,
    deviceTrust,
    budget,
  });
}

/** What an exchange asked for; a page of links is known by its scenario, or in a third-party recording by its content. */
function kindOf(recorded: Exchange, request: XmlTree | undefined, { session, endpoints }: Surroundings): Kind {
  if (isThrottled(recorded)) return 'throttled';
  if (recorded.label?.scenario === linkPageScenario) return isDrivenLinkPage(recorded) ? 'deep-link-page' : 'other';
  const kind = classify(recorded, request, endpoints, session.exchanges[0]);
  return kind === 'other' && isRecordedLinkPage(recorded) ? 'deep-link-page' : kind;
}

/** Only an answer that should be a message is parsed. */
function isReadable({ answer }: Exchange, kind: Kind, budget: DocumentBudget): boolean {
  return !isSoapKind(kind) || answer.kind !== 'answered' || budget.admits(answer.response.body);
}
