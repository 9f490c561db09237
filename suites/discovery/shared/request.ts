import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import type { XmlNode } from '../../../harness/protocol/xml/tree.ts';

/** What the device asked for; absent from a request that cannot be read, which some servers answer all the same. */
export function askedFor(evidence: Evidence): XmlNode | undefined {
  if (evidence.facts.shown.includes('malformed')) return undefined;
  return evidence.request.find('/*/*/d:Discover/d:request');
}
