import type { Seen } from '../../../harness/engine/rule/check.ts';
import type { Impact } from '../../../harness/engine/rule/impact.ts';
import { namespaces } from '../../../harness/protocol/xml/namespaces.ts';
import type { XmlNode } from '../../../harness/protocol/xml/tree.ts';

/** Elements without which a device was seen to go on. */
export interface Spared {
  readonly names: readonly string[];
  readonly impact: Impact;
}

/**
 * One way in which the children of an element are not these, each once and in this order; further ones may follow. Where none but `spared`
 * are missing, the finding has their impact.
 */
export function* sequenceFindings(parent: XmlNode, names: readonly string[], spared?: Spared): Iterable<Seen> {
  const present = parent.children.filter(({ name, namespace }) => namespace === namespaces.x && names.includes(name));
  const found = parent.children.map(({ name, namespace }) =>
    namespace === namespaces.x ? name : `{${namespace}}${name}`,
  );
  const missing = names.filter((name) => present.every((child) => child.name !== name));
  if (missing.length > 0) {
    yield {
      message: `${parent.name} has no ${missing.join(', ')}`,
      at: parent,
      expected: names.join(', '),
      actual: found.join(', '),
      ...(spared && missing.every((name) => spared.names.includes(name)) && { impact: spared.impact }),
    };
    return;
  }
  if (!names.every((name, index) => found[index] === name) || present.length > names.length) {
    yield {
      message: `${parent.name} has the children ${found.join(', ')}`,
      at: parent,
      expected: names.join(', '),
      actual: found.join(', '),
    };
  }
}
