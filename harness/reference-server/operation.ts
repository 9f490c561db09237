import type { SoapKind } from '../engine/kind.ts';
import type { XmlTree } from '../xml/tree.ts';
import type { XmlObject } from '../xml/write.ts';
import type { Attempt } from './refusal.ts';

/** One SOAP operation: which requests it takes, and the body that answers them. */
export interface Operation {
  readonly kind: Exclude<SoapKind, 'renew'>;
  /** Throws `Refusal` for a request that is wrong, unless `attempt` passes it over. */
  answer(tree: XmlTree, attempt: Attempt): XmlObject;
}
