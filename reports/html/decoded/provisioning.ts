import type { XmlNode, XmlTree } from '../../../harness/protocol/xml/tree.ts';
import type { Markup } from '../../markup.ts';
import { certificateIn } from '../../evidence/certificate-in.ts';
import { decodedTable } from './table.ts';

/** Each parm of a provisioning document with the characteristics that it stands in (MS-MDE2 2.2.9.1). */
export function provisioningTable({ root }: XmlTree): Markup | undefined {
  if (root.name !== 'wap-provisioningdoc') return undefined;
  return decodedTable(
    'Provisioning document, setting by setting',
    ['Characteristic', 'Parm', 'Value', 'Type'],
    rowsIn(root, []),
  );
}

function rowsIn(parent: XmlNode, path: readonly string[]): (readonly string[])[] {
  return parent.children.flatMap((node) => {
    if (node.name === 'characteristic') {
      const inner = [...path, node.attribute('type') ?? ''];
      return node.children.length === 0 ? [[inner.join(' / '), '', '', '']] : rowsIn(node, inner);
    }
    const name = node.attribute('name') ?? node.name;
    const value = node.attribute('value');
    return [[path.join(' / '), name, valueOf(name, value), node.attribute('datatype') ?? '']];
  });
}

function valueOf(name: string, value: string | undefined): string {
  if (value === undefined) return '(no value)';
  return name === 'EncodedCertificate' ? certificateIn(value) : value;
}
