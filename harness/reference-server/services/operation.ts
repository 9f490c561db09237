import type { SoapKind } from '../../engine/evidence/kind.ts';
import type { Certificate } from '../../protocol/pki/read/certificate.ts';
import type { XmlTree } from '../../protocol/xml/tree.ts';
import type { XmlObject } from '../../protocol/xml/write.ts';
import type { Attempt } from './refusal.ts';

/** One SOAP operation: which requests it takes, and the body that answers them. */
export interface Operation {
  readonly kind: SoapKind;
  /** Throws `Refusal` for a request that is wrong, unless `attempt` passes it over. */
  answer(tree: XmlTree, attempt: Attempt, caller: Caller): XmlObject;
}

/** What the connection says of who asks. */
export interface Caller {
  /** A certificate whose key the caller has proven to hold. */
  readonly certificate?: Certificate | undefined;
}

/** The operation that a request is for; what cannot be read goes to the usual one of its endpoint. */
export type Choose = (tree: XmlTree | undefined) => Operation;
