import type { XmlNode, XmlTree } from '../../../harness/protocol/xml/tree.ts';

/** The characteristics below DMClient/Provider, each named by the server that it configures (MS-MDE2 2.2.9.3). */
export function providers(tree: XmlTree): XmlNode[] {
  return tree.all(
    '/wap-provisioningdoc/characteristic[@type="DMClient"]/characteristic[@type="Provider"]/characteristic',
  );
}
