import type { Certificate } from '../read/certificate.ts';
import { isSelfIssued } from '../read/chain-link.ts';
import type { GeneralName } from '../read/general-name.ts';
import type { Name } from '../read/name.ts';
import type { Subtree } from '../read/name-constraints.ts';
import { extensionField } from '../read/oddities.ts';
import { nameOf, type Observation, type Seat } from './finding.ts';
import { canReach, relationOf } from './subtree.ts';

/** A name of a certificate's subject, and where it stands. */
interface PlacedName {
  readonly name: GeneralName;
  readonly field: string;
}

/**
 * Checks the names of a certificate against the name constraints of an authority above it (RFC 5280 section 4.2.1.10).
 * A self-issued certificate is exempt, unless it is the leaf. It calls `spend` before it compares names with subtrees;
 * `spend` may refuse.
 */
export function* nameLimits(
  { certificate, depth }: Seat,
  authority: Certificate,
  spend: (comparisons: number) => boolean,
): Iterable<Observation> {
  const { nameConstraints } = authority;
  if (!nameConstraints || (depth > 0 && isSelfIssued(certificate))) return;
  const { permitted, excluded } = nameConstraints;
  const names = namesOf(certificate);
  if (!spend(names.length * (permitted.length + excluded.length))) {
    const message = `${nameOf(certificate)} has more names than are compared with the name constraints of ${nameOf(authority)}`;
    yield { rule: 'search-limit', field: extensionField('subjectAltName'), message };
    return;
  }
  for (const { name, field } of names) {
    const why = refusalOf(name, permitted, excluded);
    if (why === undefined) continue;
    const message = `${nameOf(certificate)} has the name "${name.value}", ${why} of ${nameOf(authority)}`;
    yield { rule: 'name-constraints', field, message };
  }
  const unread = certificate.oddities.find(({ extension }) => extension?.name === 'subjectAltName');
  if (unread) {
    const message = `${nameOf(certificate)} has alternative names that cannot be read, so that nobody knows whether ${nameOf(authority)} allows them`;
    yield { rule: 'name-constraints', field: unread.field, message };
  }
}

function refusalOf(name: GeneralName, permitted: readonly Subtree[], excluded: readonly Subtree[]): string | undefined {
  const ofForm = ({ base }: Subtree): boolean => base.form === name.form;
  const forbidding = excluded
    .filter(ofForm)
    .find((tree) => relationOf(name, tree) !== 'outside' || canReach(name, tree));
  if (forbidding) {
    const known = relationOf(name, forbidding) !== 'unknown';
    return known ? 'which is excluded by the name constraints' : 'which cannot be compared with the excluded subtrees';
  }
  const relations = permitted.filter(ofForm).map((subtree) => relationOf(name, subtree));
  if (relations.length === 0 || relations.includes('within')) return undefined;
  return relations.includes('unknown')
    ? 'which cannot be compared with the permitted subtrees'
    : 'which is outside of the permitted subtrees';
}

const placed = new WeakMap<Certificate, readonly PlacedName[]>();

/** The names of a certificate; a search asks for them with each authority that it tries. */
function namesOf(certificate: Certificate): readonly PlacedName[] {
  const names = placed.get(certificate) ?? listNames(certificate);
  placed.set(certificate, names);
  return names;
}

/** The subject as a directory name, its e-mail addresses, and the alternative names. */
function listNames({ subject, subjectAlternativeNames = [] }: Certificate): PlacedName[] {
  const field = 'tbsCertificate.subject';
  const addresses = subject.rdns.flat().filter(({ type }) => type === 'E');
  return [
    ...(subject.rdns.length > 0 ? [{ name: directoryName(subject), field }] : []),
    ...addresses.map(({ value }) => ({ name: { type: 'email', form: 'email', value, octets } as const, field })),
    ...subjectAlternativeNames.map((name, index) => ({ name, field: `${extensionField('subjectAltName')}[${index}]` })),
  ];
}

const octets = new Uint8Array();

function directoryName(name: Name): GeneralName {
  return { type: 'directory', form: 'directory', value: name.toString(), octets, name };
}
