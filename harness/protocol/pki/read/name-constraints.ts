import { contextTag, DerError, openFields, readItems, tags, type Der } from '../der/der.ts';
import { readInteger } from '../der/der-values.ts';
import { readGeneralName, type GeneralName } from './general-name.ts';

/** A subtree of names (RFC 5280 section 4.2.1.10). */
export interface Subtree {
  readonly base: GeneralName;
  /** Zero in RFC 5280. */
  readonly minimum: bigint;
  /** Absent in RFC 5280. */
  readonly maximum?: bigint;
}

/** What the certificates below a CA may be named. */
export interface NameConstraints {
  readonly permitted: readonly Subtree[];
  readonly excluded: readonly Subtree[];
}

/** Reads NameConstraints, also empty ones; throws `DerError`. */
export function readNameConstraints(value: Der): NameConstraints {
  const fields = openFields(value, tags.sequence, 'nameConstraints');
  const permitted = fields.optional(contextTag(0));
  const excluded = fields.optional(contextTag(1));
  if (fields.left() > 0) throw new DerError(`nameConstraints has ${fields.left()} octets too many`);
  return {
    permitted: permitted ? readSubtrees(permitted, 'permittedSubtrees') : [],
    excluded: excluded ? readSubtrees(excluded, 'excludedSubtrees') : [],
  };
}

function readSubtrees(value: Der, what: string): Subtree[] {
  const subtrees = readItems(value, value.tag, what);
  if (subtrees.length === 0) throw new DerError(`${what} holds no subtree`);
  return subtrees.map((subtree) => readSubtree(subtree, what));
}

function readSubtree(value: Der, what: string): Subtree {
  const fields = openFields(value, tags.sequence, what);
  const base = readGeneralName(fields.any(`base of ${what}`));
  const minimum = readBound(fields.optional(0x80), 'minimum');
  const maximum = readBound(fields.optional(0x81), 'maximum');
  if (fields.left() > 0) throw new DerError(`${what} has ${fields.left()} octets too many`);
  return { base, minimum: minimum ?? 0n, ...(maximum !== undefined && { maximum }) };
}

/** An implicitly tagged INTEGER. */
function readBound(value: Der | undefined, what: string): bigint | undefined {
  return value && readInteger({ ...value, tag: tags.integer }, what);
}
