import type { Fault } from '../../protocol/faults/matcher.ts';
import type { Certificate } from '../../protocol/pki/read/certificate.ts';
import type { Exchange, HttpResponse, SecretFact } from '../../wire/exchange/exchange.ts';
import type { Part, Place } from '../../protocol/xml/place.ts';
import type { XmlSyntaxError, XmlNode, XmlTree } from '../../protocol/xml/tree.ts';
import type { AnswerState } from './answer-state.ts';
import type { Kind } from './kind.ts';
import type { Provisioning } from './provisioning.ts';
import type { RequestFacts } from './request-facts.ts';

/** A header field of a response, and where it stands. */
export interface HeaderField extends Place {
  /** As sent, letter case kept. */
  readonly name: string;
  readonly value: string;
}

/**
 * One exchange as a check sees it. What a check did not ask for may be missing: reading it then throws `UnusableEvidence`,
 * which the engine turns into `inconclusive`. No check guards against it.
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
  /** Why the answer is not the message that was due; empty for a success. */
  readonly trouble: string;
  /** What came; present where a status line did. */
  readonly response: HttpResponse;
  /** The fields of that name, in order, compared without letter case; without a name, all of them. */
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
  /** The Body's child. */
  readonly payload: XmlNode;
  readonly fault: Fault;
  /** The provisioning document of an issue or a renewal. */
  readonly provisioning: Provisioning;
  /** What was true of a secret before it was redacted; of any other text, what is true of it now. */
  readonly secret: (text: string) => SecretFact;
}
