import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';
import { hashNamedBy } from './shared/hash-names.ts';
import { oidPath } from './shared/paths.ts';

const hashName = /sha-?(1|256|384|512)(?!\d)/i;

/**
 * The sample of Microsoft calls SHA-1 with RSA "sha256", so an administrator believes in a stronger hash than the one
 * in use.
 */
export const hashLabel = defineCheck({
  id: 'policy/hash-label',
  title: 'The defaultName of a hash OID names the hash that its value is',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['POL-16'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device goes by the value or by the name; people who read the name believe in another hash',
  },
  remedy: 'Send the OID of the hash that is meant: 2.16.840.1.101.3.4.2.1 is SHA-256, 1.3.14.3.2.29 is SHA-1 with RSA.',
  needs: { each: 'get-policies' },
  applies: {
    when: 'a known hash OID has a name with a hash in it',
    test: ({ payload }) => payload.all(oidPath).some((oid) => labelOf(oid) !== undefined && valueOf(oid) !== undefined),
  },

  *judge({ payload }) {
    for (const oid of payload.all(oidPath)) {
      const [label, expected] = [labelOf(oid), valueOf(oid)];
      if (label !== undefined && expected !== undefined && label !== expected) {
        const value = oid.textAt('x:value') ?? '';
        const name = oid.textAt('x:defaultName') ?? '';
        yield { message: `OID ${value} is ${expected}, its defaultName "${name}"`, at: oid, expected, actual: label };
      }
    }
  },

  counterexamples: [
    {
      name: 'SHA-1 with RSA under the name of SHA-256',
      ...set('get-policies', '//x:oID[x:group="1"]/x:value', '1.3.14.3.2.29'),
    },
  ],
});

/** The hash that the name claims. */
function labelOf(oid: XmlNode): string | undefined {
  const digits = hashName.exec(oid.textAt('x:defaultName') ?? '')?.[1];
  return digits === undefined ? undefined : `sha${digits}`;
}

/** The hash that the value is. */
function valueOf(oid: XmlNode): string | undefined {
  return hashNamedBy(oid.textAt('x:value') ?? '');
}
