import type { XmlNode } from '../../protocol/xml/tree.ts';
import type { XmlObject } from '../../protocol/xml/write.ts';

/** The header block of a VersionMismatch fault: the one version that the server speaks (SOAP 1.2 Part 1 section 5.4.7). */
export const upgrade: XmlObject = { 's:Upgrade': { 's:SupportedEnvelope': { '@_qname': 's:Envelope' } } };

/** The header blocks of a MustUnderstand fault: one for each block that is not understood (SOAP 1.2 Part 1 section 5.4.8). */
export function notUnderstood(headers: readonly XmlNode[]): XmlObject {
  return {
    's:NotUnderstood': headers.map(({ name, namespace }) =>
      namespace === '' ? { '@_qname': name } : { '@_xmlns:n': namespace, '@_qname': `n:${name}` },
    ),
  };
}
