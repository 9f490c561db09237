import type { Fault } from '../../protocol/faults/matcher.ts';
import type { HtmlPage } from '../../protocol/html/read-page.ts';
import type { Certificate } from '../../protocol/pki/read/certificate.ts';
import type { Exchange, HttpResponse, SecretFact } from '../../wire/exchange/exchange.ts';
import type { Part, Place } from '../../protocol/xml/place.ts';
import type { ReadSyncMessage } from '../../protocol/syncml/read-message.ts';
import type { XmlSyntaxError, XmlNode, XmlTree } from '../../protocol/xml/tree.ts';
import type { AnswerState } from './answer-state.ts';
import type { Kind } from './kind.ts';
import type { Provisioning } from './provisioning.ts';
import type { RequestFacts } from './request-facts.ts';

/** A header field of a response, with its place. */
export interface HeaderField extends Place {
  /** As sent, letter case kept. */
  readonly name: string;
  readonly value: string;
}

/**
 * One exchange as a check sees it. If a part is missing, reading it throws `UnusableEvidence`, and the engine makes the outcome
 * `inconclusive`. A check therefore needs no guard.
 */
export interface Evidence {
  readonly exchange: Exchange;
  readonly kind: Kind;
  /** When the request was sent: an old recording is judged in its own time. */
  readonly now: Date;
  /** Roots that the device trusts before it enrolls. */
  readonly deviceTrust: readonly Certificate[];
  readonly facts: RequestFacts;
  readonly state: AnswerState['state'];
  /** Why the answer is not the expected message; empty for a success. */
  readonly trouble: string;
  /** The response, if at least a status line came. */
  readonly response: HttpResponse;
  /** The fields with that name in any letter case, in order; without a name, all fields. */
  readonly headers: (name?: string) => readonly HeaderField[];
  /** A place in this exchange. */
  readonly at: (part: Part, path?: string) => Place;
  /** The request as XML. */
  readonly request: XmlTree;
  /** The answer as XML. */
  readonly answer: XmlTree;
  /** Why the answer's body cannot be read as XML. */
  readonly syntaxError: XmlSyntaxError | undefined;
  /** The Envelope's Header; absent where there is none. */
  readonly header: XmlNode | undefined;
  /** The body of a complete answer as an HTML page. */
  readonly page: HtmlPage;
  /** The Body's child. */
  readonly payload: XmlNode;
  readonly fault: Fault;
  /** The provisioning document of an issue or a renewal. */
  readonly provisioning: Provisioning;
  /** The message of the server in a management session. */
  readonly managed: ReadSyncMessage;
  /** The message of the device that it answers. */
  readonly managing: ReadSyncMessage;
  /** The facts of a text; for a placeholder, the facts of the secret that it replaced. */
  readonly secret: (text: string) => SecretFact;
}
