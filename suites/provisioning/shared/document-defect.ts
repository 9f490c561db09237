import { withoutPlainDoctype } from '../../../harness/protocol/xml/plain-doctype.ts';
import type { XmlTree } from '../../../harness/protocol/xml/tree.ts';
import { parseXml, XmlSyntaxError } from '../../../harness/protocol/xml/tree.ts';

/** Why bytes are no provisioning document that a device can read, as a sentence without full stop. */
export function documentDefect(bytes: Uint8Array): string | undefined {
  try {
    using tree = parseXml(withoutPlainDoctype(bytes));
    return rootDefect(tree);
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    return error.message;
  }
}

function rootDefect({ root }: XmlTree): string | undefined {
  if (root.name !== 'wap-provisioningdoc') return `The root is ${root.name}`;
  return root.namespace === '' ? undefined : `The root is in the namespace ${root.namespace}`;
}
