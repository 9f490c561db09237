import { isIPv4, isIPv6 } from 'node:net';
import { domainToASCII } from 'node:url';
import type { Certificate } from '../read/certificate.ts';
import { extensionField } from '../read/oddities.ts';
import { nameOf, type Observation } from './finding.ts';
import { isDnsPattern, isHostName, splitMailbox } from './name-syntax.ts';

/** A name that the leaf shall have. */
export interface PeerName {
  readonly type: 'dns' | 'ip' | 'email';
  readonly value: string;
}

/**
 * The required form of a name; undefined if the text has it. An underscore is allowed in DNS names, although no
 * certificate matches it.
 */
export function peerNameDefect({ type, value }: PeerName): string | undefined {
  if (type === 'dns')
    return isHostName(hostOf(value).replaceAll('_', 'x')) ? undefined : 'a host name, such as device.example.com';
  if (type === 'ip') return isIPv4(value) || isIPv6(value) ? undefined : 'an IPv4 or IPv6 address';
  return splitMailbox(value) ? undefined : 'an e-mail address';
}

/** Whether the leaf has each of the names among its alternative names. The subject is not asked: RFC 9525 section 2 wants it so. */
export function* peerNameRule(leaf: Certificate, names: readonly PeerName[]): Iterable<Observation> {
  const alternatives = leaf.subjectAlternativeNames ?? [];
  for (const wanted of names) {
    const ofType = alternatives.filter(({ type }) => type === wanted.type).map(({ value }) => value);
    if (ofType.some((value) => matches(value, wanted))) continue;
    const others = ofType.length > 0 ? `only ${listed(ofType)}` : 'no name of that kind';
    const message = `${nameOf(leaf)} is not for ${wanted.type}:${wanted.value}: it has ${others}`;
    yield { rule: 'peer-name', field: extensionField('subjectAltName'), message };
  }
}

const mostListed = 20;

function listed(names: readonly string[]): string {
  const more = names.length > mostListed ? ` and ${names.length - mostListed} more` : '';
  return `${names.slice(0, mostListed).join(', ')}${more}`;
}

function matches(value: string, { type, value: wanted }: PeerName): boolean {
  if (type === 'dns') return matchesHost(value.toLowerCase(), hostOf(wanted).toLowerCase());
  if (type === 'ip') return addressKey(value) === addressKey(wanted);
  const [a, b] = [splitMailbox(value), splitMailbox(wanted)];
  return a !== undefined && a.local === b?.local && a.domain.toLowerCase() === b.domain.toLowerCase();
}

/** `*` stands for one whole label, the first, and not before a top-level domain (RFC 9525 section 6.3). */
function matchesHost(pattern: string, host: string): boolean {
  if (!isDnsPattern(pattern)) return false;
  if (!pattern.startsWith('*.')) return pattern === host;
  const parent = pattern.slice(2);
  return parent.includes('.') && host.slice(host.indexOf('.') + 1) === parent;
}

/** In ASCII, without the period that ends an absolute name. */
function hostOf(name: string): string {
  const text = name.replace(/\.$/, '');
  return isHostName(text) ? text : domainToASCII(text);
}

function addressKey(address: string): string {
  return isIPv6(address) ? new URL(`http://[${address}]`).hostname : address;
}
