import { parseXml, XmlSyntaxError, type XmlTree } from '../../../harness/protocol/xml/tree.ts';
import { withoutPlainDoctype } from '../../../harness/protocol/xml/plain-doctype.ts';
import { nothing, type Markup } from '../../markup.ts';
import { policyTables } from './policies.ts';
import { provisioningTable } from './provisioning.ts';
import { syncmlTable } from './syncml.ts';

/** The tables of the message in a body: policies or commands; nothing for other ones and for what is not XML. */
export function decodedMessage(body: Uint8Array): Markup {
  return decoded(body, (tree) => policyTables(tree) ?? syncmlTable(tree));
}

/** The table of a provisioning document; nothing where it cannot be read. */
export function decodedDocument(text: string): Markup {
  return decoded(withoutPlainDoctype(Buffer.from(text.replace(/^\uFEFF/u, ''))), provisioningTable);
}

function decoded(bytes: Uint8Array, tableOf: (tree: XmlTree) => Markup | undefined): Markup {
  if (bytes.length === 0) return nothing;
  try {
    using tree = parseXml(bytes);
    return tableOf(tree) ?? nothing;
  } catch (error) {
    if (error instanceof XmlSyntaxError) return nothing;
    throw error;
  }
}
