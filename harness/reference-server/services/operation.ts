import type { SoapKind } from '../../engine/evidence/kind.ts';
import type { Certificate } from '../../protocol/pki/read/certificate.ts';
import type { XmlTree } from '../../protocol/xml/tree.ts';
import type { XmlObject } from '../../protocol/xml/write.ts';
import type { Attempt } from './refusal.ts';

/** One SOAP operation: the requests that it handles, and the body of its answer. */
export interface Operation {
  readonly kind: SoapKind;
  /** Throws `Refusal` for a wrong request, unless `attempt` ignores the refusal. */
  answer(tree: XmlTree, attempt: Attempt, caller: Caller): XmlObject;
}

/** What the connection tells about the client. */
export interface Caller {
  /** A certificate whose key the caller has proven to hold. */
  readonly certificate?: Certificate | undefined;
}

/** The operation of a request; a request that cannot be read goes to the usual operation of its endpoint. */
export type Choose = (tree: XmlTree | undefined) => Operation;
