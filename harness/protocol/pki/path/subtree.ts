import type { GeneralName } from '../read/general-name.ts';
import { isNameWithin } from '../read/name.ts';
import type { Subtree } from '../read/name-constraints.ts';
import { hostOfUri, isHostName, splitMailbox } from './name-syntax.ts';

/** What is wrong with a constraint by RFC 5280 section 4.2.1.10; undefined where nothing is. */
export function constraintDefect({ base, minimum, maximum }: Subtree): string | undefined {
  if (minimum !== 0n || maximum !== undefined) return 'bounded by minimum and maximum';
  const { type, value, octets } = base;
  if (type === 'dns' && value !== '' && !isHostName(value)) return 'no domain';
  if (type === 'email' && value !== '' && !splitMailbox(value) && !isDomain(value)) return 'no mailbox, host or domain';
  if (type === 'uri' && value !== '' && !isDomain(value)) return 'no host or domain';
  return type === 'ip' ? rangeDefect(octets) : undefined;
}

/** A host, or a domain with its leading period. */
function isDomain(text: string): boolean {
  return isHostName(text.replace(/^\./, ''));
}

/** An address and a mask of ones that zeros follow, as in CIDR. */
function rangeDefect(octets: Uint8Array): string | undefined {
  if (octets.length !== 8 && octets.length !== 32) return 'no address with a mask';
  const mask = [...octets.subarray(octets.length / 2)].map((octet) => octet.toString(2).padStart(8, '0')).join('');
  return /^1*0*$/.test(mask) ? undefined : 'an address with a mask that has gaps';
}

const longest = 4096;

/** How a name stands to a subtree; `unknown` where nobody says how to compare them. */
export type Relation = 'within' | 'outside' | 'unknown';

/** Whether a name lies within a subtree of its own form. What cannot be compared is `unknown`, and no reason to trust. */
export function relationOf(name: GeneralName, subtree: Subtree): Relation {
  const { base, minimum, maximum } = subtree;
  if (minimum !== 0n || maximum !== undefined) return 'unknown';
  // No name of a host, a mailbox or a resource is that long; directory names are compared by parts that are kept.
  if (name.type !== 'directory' && name.value.length + base.value.length > longest) return 'unknown';
  const within = compare(name, base);
  return within === undefined ? 'unknown' : within ? 'within' : 'outside';
}

function compare(name: GeneralName, base: GeneralName): boolean | undefined {
  switch (name.type) {
    case 'dns':
      // A leading period is against RFC 5280 and widely written; it means the same.
      return isBelow(name.value, base.value.replace(/^\./, ''));
    case 'email':
      return isMailboxWithin(name.value, base.value);
    case 'uri':
      return isUriWithin(name.value, base.value);
    case 'ip':
      return isAddressWithin(name.octets, base.octets);
    case 'directory':
      return name.name && base.name && isNameWithin(name.name, base.name);
    case 'registeredId':
    case 'other':
      return undefined;
  }
}

/** Whether a host name is the domain, or is that with labels before it. */
function isBelow(host: string, domain: string): boolean {
  const [lowerHost, lowerDomain] = [host.toLowerCase(), domain.toLowerCase()];
  return lowerDomain === '' || lowerHost === lowerDomain || lowerHost.endsWith(`.${lowerDomain}`);
}

/** A constraint is a mailbox, a host, or with a period before it the hosts of a domain. */
function isMailboxWithin(address: string, constraint: string): boolean | undefined {
  const mailbox = splitMailbox(address);
  if (!mailbox) return undefined;
  const only = splitMailbox(constraint);
  if (only) return mailbox.local === only.local && mailbox.domain.toLowerCase() === only.domain.toLowerCase();
  return isHostWithin(mailbox.domain, constraint);
}

/** Constraints apply to the host; a URI whose host is none or an address cannot be judged by them. */
function isUriWithin(uri: string, constraint: string): boolean | undefined {
  const host = hostOfUri(uri);
  if (host === undefined || !isHostName(host) || /^[\d.]+$/.test(host)) return undefined;
  return isHostWithin(host, constraint);
}

function isHostWithin(host: string, constraint: string): boolean {
  const [lower, wanted] = [host.toLowerCase(), constraint.toLowerCase()];
  return wanted === '' || (wanted.startsWith('.') ? lower.endsWith(wanted) && lower !== wanted : lower === wanted);
}

/** An address of the other family lies outside. */
function isAddressWithin(address: Uint8Array, range: Uint8Array): boolean | undefined {
  if (range.length !== 8 && range.length !== 32) return undefined;
  const size = range.length / 2;
  if (address.length !== size) return false;
  return address.every((octet, index) => {
    const mask = range[size + index] ?? 0;
    return (octet & mask) === ((range[index] ?? 0) & mask);
  });
}

/** Whether a pattern such as `*.example.com` stands for a name in the subtree, though it does not lie there itself. */
export function canReach(name: GeneralName, { base }: Subtree): boolean {
  if (name.type !== 'dns' || !name.value.startsWith('*.')) return false;
  const [parent, domain] = [name.value.slice(2).toLowerCase(), base.value.replace(/^\./, '').toLowerCase()];
  const [first = '', ...rest] = domain.split('.');
  return first !== '' && rest.join('.') === parent;
}
