import { classify } from '../../engine/evidence/classify.ts';
import { createEndpoints } from '../../engine/evidence/endpoints.ts';
import type { Answering } from '../../engine/rule/counterexample.ts';
import { soapMessages } from '../../engine/evidence/kind.ts';
import type { HttpRequest, HttpResponse } from '../../wire/exchange/exchange.ts';
import { parseXml, type XmlTree } from '../../protocol/xml/tree.ts';
import { soapResponse, type Desk } from './envelope.ts';
import { faultResponse, type Fault } from './fault.ts';
import type { Caller, Choose, Operation } from './operation.ts';
import { EnvelopeRefusal, leniently, Refusal, strictly, type Attempt } from './refusal.ts';
import type { Substitutes } from '../departures/replacements.ts';
import { checkEnvelope, messageIdOf, parseRequest } from './soap-request.ts';
import { checkStrictly } from './strictness.ts';
import { wrongNamespace } from './wrong-namespace.ts';

/** An answer, its kind, and the answers that could replace it. */
export interface Answered extends Substitutes {
  readonly answering: Answering;
  readonly response: HttpResponse;
}

/** The parts of a SOAP exchange besides its operation. */
export interface SoapDesk extends Desk {
  /** Gets each MessageID; may refuse it. */
  readonly noteMessageId: (id: string) => void;
  /** Refuses what MS-MDE2 asks in vain, although the server could grant the request. */
  readonly isStrict: boolean;
}

/** One exchange before it is answered. */
export interface Asking {
  readonly request: HttpRequest;
  readonly caller: Caller;
  readonly desk: SoapDesk;
}

/** Runs one operation on one request. A wrong request gets a fault; only internal errors are thrown. */
export function soapExchange(choose: Choose, asking: Asking): Answered {
  const { request, desk } = asking;
  using tree = parseRequest(request);
  const operation = choose(tree);
  const messageId = tree && messageIdOf(tree);
  const fault = (content: Fault) => faultResponse(content, messageId, desk);
  const success = () => answerLeniently(choose, asking);
  try {
    if (tree === undefined) throw unreadable(request);
    return { answering: operation.kind, response: answer(operation, tree, asking, strictly), fault, success };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { subcode, errorType } = error;
    const response = fault({
      ...(error instanceof EnvelopeRefusal ? { code: error.code, blocks: error.blocks } : {}),
      subcode,
      reason: explained(error, tree),
      ...(errorType === undefined ? {} : { errorType }),
    });
    return { answering: faultOf(operation, request, tree), response, fault, success };
  }
}

function answer(
  operation: Operation,
  tree: XmlTree,
  { caller, desk, request }: Asking,
  attempt: Attempt,
): HttpResponse {
  const { action, answerAction } = soapMessages[operation.kind];
  const relatesTo = messageIdOf(tree);
  attempt(
    () => {
      checkEnvelope(tree, action);
      desk.noteMessageId(relatesTo ?? '');
      if (desk.isStrict) checkStrictly(operation.kind, tree, request);
    },
    () => undefined,
  );
  const body = operation.answer(tree, attempt, caller);
  const timestamp = operation.kind === 'issue' || operation.kind === 'renew';
  return soapResponse({ status: 200, action: answerAction, relatesTo, timestamp, body }, desk);
}

function answerLeniently(choose: Choose, asking: Asking): HttpResponse {
  using tree = parseRequest(asking.request) ?? parseXml('<nothing/>');
  return answer(choose(tree), tree, asking, leniently);
}

/** The reason, with the wrong namespace that may be the cause of it. */
function explained({ message, subcode }: Refusal, tree: XmlTree | undefined): string {
  const isAboutForm = subcode === 'MessageFormat' || subcode === 'InvalidSecurity';
  const wrong = isAboutForm && tree ? wrongNamespace(tree) : undefined;
  return wrong === undefined ? message : `${message} ${wrong}`;
}

function unreadable({ body }: HttpRequest): Refusal {
  return new Refusal(
    'MessageFormat',
    body.length === 0 ? 'The request is empty.' : 'The request is not well-formed XML.',
  );
}

/** The kind of the request, as the engine reads it; if it cannot be read, the kind of the endpoint. */
function faultOf({ kind }: Operation, request: HttpRequest, tree: XmlTree | undefined): Answering {
  return `${classify({ request }, tree, createEndpoints([[request.url, kind]]))} fault`;
}
