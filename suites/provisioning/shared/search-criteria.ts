import type { Provisioning } from '../../../harness/engine/provisioning.ts';
import { createName } from '../../../harness/pki/name.ts';
import type { Name } from '../../../harness/pki/name.ts';
import { NameSyntaxError, parseName } from '../../../harness/pki/parse-name.ts';
import type { XmlNode } from '../../../harness/xml/tree.ts';

/** What SSLCLIENTCERTSEARCHCRITERIA tells the device to look for (MS-MDE2 2.2.9.5). */
export interface SearchCriteria {
  readonly node: XmlNode;
  /** The decoded Subject; absent where the criteria name none. */
  readonly subject?: string;
  /** The decoded Stores, such as `My\\User`. */
  readonly stores?: string;
}

/** Reads the criteria; undefined where there are none, or where they are no list of name=value pairs. */
export function readSearchCriteria({ tree }: Provisioning): SearchCriteria | undefined {
  const node = tree.find(
    '/wap-provisioningdoc/characteristic[@type="APPLICATION"]/parm[@name="SSLCLIENTCERTSEARCHCRITERIA"]/@value',
  );
  if (!node) return undefined;
  const pairs = node.text.split('&').map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return at === -1 ? [pair, ''] : [pair.slice(0, at), decode(pair.slice(at + 1))];
  });
  const valueOf = (name: string): string | undefined => pairs.find(([known]) => known === name)?.[1];
  const [subject, stores] = [valueOf('Subject'), valueOf('Stores')];
  return { node, ...(subject === undefined ? {} : { subject }), ...(stores === undefined ? {} : { stores }) };
}

/** The name that a Subject writes, or undefined where it is none. */
export function readSubject(text: string): Name | undefined {
  try {
    return parseName(text);
  } catch (error) {
    if (error instanceof NameSyntaxError) return undefined;
    throw error;
  }
}

/** Whether two names have the same RDNs, in whatever order: documents write them root first and leaf first. */
export function sameRdns(one: Name, other: Name): boolean {
  return comparable(one) === comparable(other);
}

function comparable(name: Name): string {
  const rdns = name.rdns.map((rdn) => createName([rdn]).toString().toLowerCase());
  return JSON.stringify(rdns.sort());
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
