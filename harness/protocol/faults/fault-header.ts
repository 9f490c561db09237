import { namespaces } from '../xml/namespaces.ts';
import type { XmlNode } from '../xml/tree.ts';
import { childOf, valueOf } from './lenient.ts';
import type { Tolerance } from './tolerance.ts';

/** Notes defects in the addressing of a fault. A device stops at any fault, so no defect hides the fault. */
export function noteHeader(envelope: XmlNode, noted: Tolerance[]): void {
  const header = childOf(envelope, { name: 'Header', namespace: envelope.namespace }, noted);
  if (!header) return;
  const action = childOf(header, { name: 'Action', namespace: namespaces.a }, noted);
  if (action) noteAction(action, envelope.namespace, noted);
  const relatesTo = childOf(header, { name: 'RelatesTo', namespace: namespaces.a }, noted);
  if (relatesTo) noteRelatesTo(relatesTo, noted);
}

function noteAction(action: XmlNode, soap: string, noted: Tolerance[]): void {
  valueOf(action, noted);
  if (action.attribute('mustunderstand', soap) !== undefined) {
    noted.push({ id: 'letter-case', message: 'mustUnderstand is written "mustunderstand"', at: action });
  }
}

function noteRelatesTo(relatesTo: XmlNode, noted: Tolerance[]): void {
  const value = valueOf(relatesTo, noted);
  if (/^urn:uuid:\s*urn:uuid:/i.test(value)) {
    noted.push({ id: 'doubled-scheme', message: `RelatesTo is "${value}"`, at: relatesTo });
  }
}
