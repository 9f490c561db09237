import { readItems, openFields, tags, type Der } from '../der/der.ts';
import { readOid } from '../der/der-values.ts';
import { oidOfAttribute, shortNameOfAttribute } from './attribute-types.ts';
import { readText, type StringEncoding } from '../der/der-text.ts';

/** One attribute of a distinguished name. */
export interface NameAttribute {
  /** `CN`, `O`, `DC` and so on where RFC 4514 or custom has a short name, else the OID. */
  readonly type: string;
  /** The text; `#` and the DER in hexadecimal where the value is no string. */
  readonly value: string;
  /** How the value was, or is to be, encoded. Absent for what is no string, or where the writer may choose. */
  readonly encoding?: StringEncoding;
}

/** Relative distinguished names in the order of the encoding: the root of the tree first. */
export type Rdns = readonly (readonly NameAttribute[])[];

/** A distinguished name (RFC 5280 section 4.1.2.4). */
export interface Name {
  readonly rdns: Rdns;
  /** RFC 4514: the last RDN first, `CN=device,O=Example`; control characters are escaped. */
  toString(): string;
}

/** A name out of its RDNs. */
export function createName(rdns: Rdns): Name {
  return { rdns, toString: () => formatName(rdns) };
}

/** Reads a Name; throws `DerError`. */
export function readName(value: Der, what: string): Name {
  return createName(
    readItems(value, tags.sequence, what).map((rdn) =>
      readItems(rdn, tags.set, what).map((attribute) => readAttribute(attribute, what)),
    ),
  );
}

function readAttribute(attribute: Der, what: string): NameAttribute {
  const fields = openFields(attribute, tags.sequence, what);
  const type = shortNameOfAttribute(readOid(fields.next(tags.oid, `type in ${what}`), `type in ${what}`));
  const value = fields.any(`value in ${what}`);
  const text = readText(value);
  return text ? { type, ...text } : { type, value: `#${Buffer.from(value.bytes).toString('hex')}` };
}

/**
 * Whether two names match by RFC 5280 section 7.1. Letter case, white space at the ends, repeated white space, the type
 * of the strings and the order within an RDN do not matter.
 */
export function sameName(a: Name, b: Name): boolean {
  return nameKey(a) === nameKey(b);
}

const keys = new WeakMap<Name, string>();

/** A text that is equal for names that match. */
export function nameKey(name: Name): string {
  const known = keys.get(name) ?? JSON.stringify(name.rdns.map(comparableRdn));
  keys.set(name, known);
  return known;
}

/** Whether a name lies in the subtree below `base`: whether its RDNs begin with those of `base` (RFC 5280 section 4.2.1.10). */
export function isNameWithin(name: Name, base: Name): boolean {
  return base.rdns.every((rdn, index) => comparableRdn(rdn) === comparableRdn(name.rdns[index] ?? []));
}

const rdnKeys = new WeakMap<Rdns[number], string>();

function comparableRdn(rdn: Rdns[number]): string {
  const known = rdnKeys.get(rdn) ?? JSON.stringify(rdn.map(comparableAttribute).sort());
  rdnKeys.set(rdn, known);
  return known;
}

function comparableAttribute({ type, value }: NameAttribute): string {
  const prepared = value.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
  return `${oidOfAttribute(type) ?? type}=${prepared}`;
}

function formatName(rdns: Rdns): string {
  return rdns
    .map((rdn) => rdn.map((attribute) => `${attribute.type}=${escapeValue(attribute)}`).join('+'))
    .reverse()
    .join(',');
}

function escapeValue({ value, encoding }: NameAttribute): string {
  if (encoding === undefined && /^#(?:[0-9a-f]{2})+$/.test(value)) return value;
  return value
    .replace(/["+,;<>\\]/g, '\\$&')
    .replace(/^[ #]| $/g, '\\$&')
    .replace(/\p{Cc}/gu, (character) => Buffer.from(character).toString('hex').replace(/../g, '\\$&'));
}
