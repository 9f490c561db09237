import type { XmlNode, XmlTree } from '../../../harness/protocol/xml/tree.ts';
import { certificateIn } from '../../evidence/certificate-in.ts';
import { html, type Markup } from '../../markup.ts';
import { decodedTable } from './table.ts';

/** The policies, authorities and OIDs of GetPoliciesResponse (MS-XCEP 3.1.4.1.2); references are resolved. */
export function policyTables({ root }: XmlTree): Markup | undefined {
  const answer = root.find('//*[local-name()="GetPoliciesResponse"]');
  if (answer === undefined) return undefined;
  const oids = oidsIn(answer);
  const policies = answer.all('.//*[local-name()="policies"]/*[local-name()="policy"]');
  const tables = policies.map((policy, number) =>
    decodedTable(`Policy ${number + 1}`, ['Setting', 'Value'], rowsIn(policy, '', oids)),
  );
  const authorities = answer.all('./*[local-name()="cAs"]/*[local-name()="cA"]');
  const others = authorities.map((authority, number) =>
    decodedTable(`Certificate authority ${number + 1}`, ['Setting', 'Value'], rowsIn(authority, '', oids)),
  );
  return html`${[...tables, ...others]}`;
}

/** What a reference number means: `1.3.14.3.2.29 (szOID_OIWSEC_sha1RSASign)`. */
function oidsIn(answer: XmlNode): ReadonlyMap<string, string> {
  return new Map(
    answer.all('.//*[local-name()="oIDs"]/*[local-name()="oID"]').map((oid) => {
      const text = (name: string): string => oid.textAt(`./*[local-name()="${name}"]`)?.trim() ?? '';
      const name = text('defaultName');
      return [text('oIDReferenceID'), `${text('value')}${name === '' ? '' : ` (${name})`}`];
    }),
  );
}

function rowsIn(parent: XmlNode, path: string, oids: ReadonlyMap<string, string>): (readonly string[])[] {
  return parent.children.flatMap((node) => {
    const name = path === '' ? node.name : `${path} / ${node.name}`;
    if (node.children.length > 0) return rowsIn(node, name, oids);
    return [[name, node.isNil ? 'nil' : valueOf(node, oids)]];
  });
}

function valueOf({ name, text }: XmlNode, oids: ReadonlyMap<string, string>): string {
  const value = text.trim();
  if (name === 'certificate') return certificateIn(value);
  const meant = /oidreference$/i.test(name) ? oids.get(value) : undefined;
  return meant === undefined ? value : `${value} → ${meant}`;
}
