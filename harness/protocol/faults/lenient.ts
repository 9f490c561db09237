import type { XmlNode } from '../xml/tree.ts';
import type { Tolerance } from './tolerance.ts';

/** Local name and namespace URI of an element as it should be. */
export interface ElementName {
  readonly name: string;
  readonly namespace: string;
}

/** The child of that name; where there is none, one in another letter case or namespace, which is noted. */
export function childOf(parent: XmlNode, wanted: ElementName, noted: Tolerance[]): XmlNode | undefined {
  const { children } = parent;
  const exact = children.find(({ name, namespace }) => name === wanted.name && namespace === wanted.namespace);
  if (exact) return exact;
  const near = children.find(({ name }) => name.toLowerCase() === wanted.name.toLowerCase());
  if (near) noteSpelling(near, wanted, noted);
  return near;
}

/** Notes how an element departs from the name that it should have. */
export function noteSpelling(node: XmlNode, wanted: ElementName, noted: Tolerance[]): void {
  if (node.name !== wanted.name) {
    noted.push({ id: 'letter-case', message: `${wanted.name} is written "${node.name}"`, at: node });
  }
  if (node.namespace !== wanted.namespace) {
    noted.push({ id: 'namespace', message: `The namespace of ${node.name} is "${node.namespace}"`, at: node });
  }
}

/** Text without white space around it, which is noted. */
export function valueOf(node: XmlNode, noted: Tolerance[]): string {
  const { name, text } = node;
  const value = text.trim();
  if (value !== text)
    noted.push({ id: 'padded-value', message: `The value of ${name} has white space around it`, at: node });
  return value;
}

/** The known spelling of a value, noting another letter case; undefined where the value is not known at all. */
export function knownSpelling(
  value: string,
  known: readonly string[],
  note: (message: string) => void,
): string | undefined {
  const spelling = known.find((candidate) => candidate.toLowerCase() === value.toLowerCase());
  if (spelling !== undefined && spelling !== value) note(`${spelling} is written "${value}"`);
  return spelling;
}

/** What stands behind the prefix of a QName. */
export function localName(qName: string): string {
  return qName.slice(qName.lastIndexOf(':') + 1).trim();
}
