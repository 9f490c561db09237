import type { Seen } from '../../../harness/engine/rule/check.ts';
import type { XmlNode } from '../../../harness/protocol/xml/tree.ts';
import { tokensIn } from './responses.ts';

/**
 * Findings about an attribute of the token that allows one value only; both are anyURI, so white space around them does
 * not count.
 */
export function* tokenAttributeFindings(collection: XmlNode, name: string, expected: string): Generator<Seen> {
  for (const token of tokensIn(collection)) {
    const attribute = token.find(`@${name}`);
    if (!attribute) yield { message: `BinarySecurityToken has no ${name}`, at: token, expected };
    else if (attribute.text.trim() !== expected) {
      yield { message: `${name} is "${attribute.text}"`, at: attribute, expected, actual: attribute.text };
    }
  }
}
