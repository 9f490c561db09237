import type { Provisioning } from '../../../harness/engine/evidence/provisioning.ts';
import { createName, sameName } from '../../../harness/protocol/pki/read/name.ts';
import type { Name } from '../../../harness/protocol/pki/read/name.ts';
import { NameSyntaxError, parseName } from '../../../harness/protocol/pki/read/parse-name.ts';
import type { XmlNode } from '../../../harness/protocol/xml/tree.ts';

/** What SSLCLIENTCERTSEARCHCRITERIA tells the device to look for (MS-MDE2 2.2.9.5). */
export interface SearchCriteria {
  readonly node: XmlNode;
  /** The decoded values of Subject; absent where the criteria name none. */
  readonly subjects?: readonly string[];
  /** The decoded values of Stores, such as `My\\User`. */
  readonly stores?: readonly string[];
}

/** What stands between several values of one name. */
const valueSeparator = '\uF000';

/** Reads the criteria; undefined where there are none, or where they are no list of name=value pairs. */
export function readSearchCriteria(document: Provisioning): SearchCriteria | undefined {
  if (!document.tree.find('/wap-provisioningdoc/characteristic[@type="APPLICATION"]')) return undefined;
  const node = document.application.find('parm[@name="SSLCLIENTCERTSEARCHCRITERIA"]/@value');
  if (!node) return undefined;
  const pairs = node.text.split('&').map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return at === -1 ? [pair, ''] : [pair.slice(0, at), decode(pair.slice(at + 1))];
  });
  const valuesOf = (name: string): string[] | undefined =>
    pairs.find(([known]) => known === name)?.[1].split(valueSeparator);
  const [subjects, stores] = [valuesOf('Subject'), valuesOf('Stores')];
  return { node, ...(subjects ? { subjects } : {}), ...(stores ? { stores } : {}) };
}

/** Whether the criteria name the store with this location, in any letter case. */
export function namesStore({ stores = [] }: SearchCriteria, location: string): boolean {
  return stores.some((store) => store.toLowerCase() === `my\\${location}`.toLowerCase());
}

/** My\User for a certificate under My/System, as the published document for a device has it (MS-MDE2 2.2.9.1, Q12). */
export function isExcusedStore(criteria: SearchCriteria, location: string): boolean {
  return location === 'System' && !namesStore(criteria, location) && namesStore(criteria, 'User');
}

/**
 * Whether a Subject contains this name, whether a backslash in it is an escape (RFC 4514) or a character (Windows).
 * Control characters do not count (RFC 4518 section 2.2): Windows ends the subject of its request with NUL, and servers
 * certify it like that.
 */
export function isSubject(text: string, subject: Name): boolean {
  return [text, text.replaceAll('\\', '\\\\')].some((reading) => {
    const name = readSubject(reading);
    return name !== undefined && sameRdns(withoutControls(name), withoutControls(subject));
  });
}

/** Whether a Subject names some RDNs of this name, but not all of them. */
export function isPartOfSubject(text: string, subject: Name): boolean {
  const [part, whole] = [readSubject(text), withoutControls(subject)];
  if (!part || isSubject(text, subject)) return false;
  const left = withoutRdns(whole, withoutControls(part));
  return left !== undefined && part.rdns.length > 0;
}

function readSubject(text: string): Name | undefined {
  try {
    return parseName(text);
  } catch (error) {
    if (error instanceof NameSyntaxError) return undefined;
    throw error;
  }
}

function withoutControls({ rdns }: Name): Name {
  return createName(
    rdns.map((rdn) => rdn.map((attribute) => ({ ...attribute, value: attribute.value.replace(/\p{Cc}/gu, '') }))),
  );
}

/** Whether two names have the same RDNs, in whatever order: documents write them root first and leaf first. */
function sameRdns(one: Name, other: Name): boolean {
  return withoutRdns(other, one)?.length === 0;
}

/** What is left of a name without these RDNs; undefined where it lacks one of them. */
function withoutRdns(name: Name, { rdns }: Name): readonly Name[] | undefined {
  const left = name.rdns.map((rdn) => createName([rdn]));
  for (const rdn of rdns) {
    const at = left.findIndex((candidate) => sameName(candidate, createName([rdn])));
    if (at === -1) return undefined;
    left.splice(at, 1);
  }
  return left;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
