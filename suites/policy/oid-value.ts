import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import { oidPath } from './shared/paths.ts';
import { quoted } from './shared/values.ts';

const path = `${oidPath}/x:value`;
/** The first number that does not fit into 32 bits. */
const tooLong = 2n ** 32n;
const oid = /^(?:[01]\.[1-3]?\d|2\.(?:0|[1-9]\d*))(?:\.(?:0|[1-9]\d*))*$/;

/**
 * A device hands the string to its cryptography, which takes only dotted decimals. MS-XCEP 3.1.4.1.3.16 types the value as a plain
 * string, and readers that keep an arc in 32 bits are common, so both are advice.
 */
export const oidValue = defineCheck({
  id: 'policy/oid-value',
  title: 'The value of each oID is an object identifier in dotted decimals, each arc below 2^32',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['POL-17'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device can look the OID up' },
  remedy: 'Send dotted decimals alone, for example 2.16.840.1.101.3.4.2.1.',
  needs: { each: 'get-policies' },
  applies: { when: 'an oID has a value', test: ({ payload }) => payload.find(path) !== undefined },

  *judge({ payload }) {
    for (const value of payload.all(path)) {
      if (!oid.test(value.text)) {
        yield { message: quoted(value), at: value, expected: 'dotted decimals', actual: value.text };
        continue;
      }
      const long = value.text.split('.').find((arc) => BigInt(arc) >= tooLong);
      if (long !== undefined) {
        const message = `${quoted(value)}, whose arc ${long} does not fit into 32 bits`;
        yield { message, at: value, expected: 'arcs below 4294967296', actual: value.text };
      }
    }
  },

  counterexamples: [
    { name: 'a name', ...set('get-policies', '//x:oID[1]/x:value', 'sha256') },
    { name: 'a padded value', ...set('get-policies', '//x:oID[1]/x:value', ' 2.16.840.1.101.3.4.2.1') },
    { name: 'an arc that does not exist', ...set('get-policies', '//x:oID[2]/x:value', '3.1.2') },
    { name: 'an arc of 33 bits', ...set('get-policies', '//x:oID[2]/x:value', '1.3.6.1.4.1.311.21.8.16587102345.2.1') },
    { name: 'an empty value', ...set('get-policies', '//x:oID[2]/x:value', '') },
  ],
});
