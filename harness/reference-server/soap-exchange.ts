import { classify } from '../engine/classify.ts';
import type { Answering } from '../engine/counterexample.ts';
import { soapMessages } from '../engine/kind.ts';
import type { HttpRequest, HttpResponse } from '../session/exchange.ts';
import { parseXml, type XmlTree } from '../xml/tree.ts';
import { soapResponse, type Desk } from './envelope.ts';
import { faultResponse, type Fault } from './fault.ts';
import type { Operation } from './operation.ts';
import { EnvelopeRefusal, leniently, Refusal, strictly, type Attempt } from './refusal.ts';
import type { Substitutes } from './replacements.ts';
import { checkEnvelope, messageIdOf, parseRequest } from './soap-request.ts';

/** An answer, which one it is, and what could be answered instead. */
export interface Answered extends Substitutes {
  readonly answering: Answering;
  readonly response: HttpResponse;
}

/** What a SOAP exchange needs beside its operation. */
export interface SoapDesk extends Desk {
  /** Told each MessageID; may refuse it. */
  readonly noteMessageId: (id: string) => void;
}

/** Runs one operation on one request. A wrong request gets a fault; only our own defects are thrown. */
export function soapExchange(operation: Operation, request: HttpRequest, desk: SoapDesk): Answered {
  using tree = parseRequest(request);
  const messageId = tree && messageIdOf(tree);
  const fault = (content: Fault) => faultResponse(content, messageId, desk);
  const success = () => answerLeniently(operation, request, desk);
  try {
    if (tree === undefined) throw unreadable(request);
    return { answering: operation.kind, response: answer(operation, tree, desk, strictly), fault, success };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { subcode, message, errorType } = error;
    const response = fault({
      ...(error instanceof EnvelopeRefusal ? { code: error.code } : {}),
      subcode,
      reason: message,
      ...(errorType === undefined ? {} : { errorType }),
    });
    return { answering: faultOf(operation, request, tree), response, fault, success };
  }
}

function answer(operation: Operation, tree: XmlTree, desk: SoapDesk, attempt: Attempt): HttpResponse {
  const { action, answerAction } = soapMessages[operation.kind];
  const relatesTo = messageIdOf(tree);
  attempt(
    () => {
      checkEnvelope(tree, action);
      desk.noteMessageId(relatesTo ?? '');
    },
    () => undefined,
  );
  const body = operation.answer(tree, attempt);
  const timestamp = operation.kind === 'issue';
  return soapResponse({ status: 200, action: answerAction, relatesTo, timestamp, body }, desk);
}

function answerLeniently(operation: Operation, request: HttpRequest, desk: SoapDesk): HttpResponse {
  using tree = parseRequest(request) ?? parseXml('<nothing/>');
  return answer(operation, tree, desk, leniently);
}

function unreadable({ body }: HttpRequest): Refusal {
  return new Refusal(
    'MessageFormat',
    body.length === 0 ? 'The request is empty.' : 'The request is not well-formed XML.',
  );
}

/** Named by what the request asked for, as the engine reads it; by the endpoint where it cannot be read. */
function faultOf({ kind }: Operation, request: HttpRequest, tree: XmlTree | undefined): Answering {
  return `${classify({ request }, tree, new Map([[request.url, kind]]))} fault`;
}
