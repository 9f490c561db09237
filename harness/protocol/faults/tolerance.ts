import type { XmlNode } from '../xml/tree.ts';

/** The ways in which an answer departs from a SOAP 1.2 fault with a documented code and is still read as a fault. */
export type ToleranceId =
  | 'soap-1.1'
  | 'letter-case'
  | 'namespace'
  | 'missing-code'
  | 'unknown-code'
  | 'missing-subcode'
  | 'unknown-subcode'
  | 'value-case'
  | 'padded-value'
  | 'doubled-scheme'
  | 'detail-name'
  | 'unknown-error-type';

/** One such departure, and the node that shows it. */
export interface Tolerance {
  readonly id: ToleranceId;
  /** What was seen, no full stop. */
  readonly message: string;
  readonly at: XmlNode;
}
