import type { Certificate } from '../read/certificate.ts';
import { extensionField } from '../read/oddities.ts';
import type { Subtree } from '../read/name-constraints.ts';
import { constraintDefect } from './subtree.ts';
import { nameOf, type Observation } from './finding.ts';

/** Whether name constraints stand in an authority only, and are such as can be applied (RFC 5280 section 4.2.1.10). */
export function* nameConstraintRules(certificate: Certificate): Iterable<Observation> {
  const { nameConstraints, ca } = certificate;
  if (!nameConstraints) return;
  const name = nameOf(certificate);
  const field = extensionField('nameConstraints');
  const { permitted, excluded } = nameConstraints;
  if (ca !== true) {
    yield { rule: 'name-constraints-form', field, message: `${name} has name constraints and is no CA certificate` };
  }
  if (permitted.length + excluded.length === 0) {
    yield { rule: 'name-constraints-form', field, message: `${name} has name constraints without any subtree` };
  }
  const all: readonly (readonly [string, readonly Subtree[]])[] = [
    ['permittedSubtrees', permitted],
    ['excludedSubtrees', excluded],
  ];
  for (const [part, subtrees] of all) {
    for (const [index, subtree] of subtrees.entries()) {
      const what = constraintDefect(subtree);
      if (what === undefined) continue;
      const message = `${name} has a name constraint "${subtree.base.value}" (${subtree.base.type}), which is ${what}`;
      yield { rule: 'name-constraints-form', field: `${field}.${part}[${index}].base`, message };
    }
  }
}
