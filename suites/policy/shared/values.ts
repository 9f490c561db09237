import type { XmlNode } from '../../../harness/protocol/xml/tree.ts';

/** The matching nodes that carry a value, that is, are not nil. */
export function valuesAt(from: XmlNode, xpath: string): XmlNode[] {
  return from.all(xpath).filter((node) => !node.isNil);
}

/** Whether the answer has such a node with a value: the condition of the rules on optional elements. */
export function hasValue(from: XmlNode, xpath: string): boolean {
  return valuesAt(from, xpath).length > 0;
}

/** The integer that a schema processor reads: white space around it, a sign and leading zeros do not count. */
export function integerOf({ text }: XmlNode): bigint | undefined {
  const lexical = text.trim();
  return /^[+-]?\d{1,20}$/.test(lexical) ? BigInt(lexical.replace(/^\+/, '')) : undefined;
}

/** The boolean that a schema processor reads. */
export function booleanOf({ text }: XmlNode): boolean | undefined {
  const lexical = text.trim();
  if (lexical === 'true' || lexical === '1') return true;
  return lexical === 'false' || lexical === '0' ? false : undefined;
}

/** What a message says of a value: `minimalKeyLength is "0"`. */
export function quoted(node: XmlNode): string {
  return node.isNil && node.text === '' ? `${node.name} is nil` : `${node.name} is "${node.text}"`;
}
