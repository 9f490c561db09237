import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import { oidPath } from './shared/paths.ts';
import { quoted } from './shared/values.ts';

const path = `${oidPath}/x:value`;
const oid = /^(?:[01]\.[1-3]?\d|2\.(?:0|[1-9]\d*))(?:\.(?:0|[1-9]\d*))*$/;

/** A device hands the string to its cryptography, which takes only dotted decimals. */
export const oidValue = defineCheck({
  id: 'policy/oid-value',
  title: 'The value of each oID is an object identifier in dotted decimals',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-17'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'the device cannot look the OID up' },
  remedy: 'Send dotted decimals alone, for example 2.16.840.1.101.3.4.2.1.',
  needs: { each: 'get-policies' },
  applies: { when: 'an oID has a value', test: ({ payload }) => payload.find(path) !== undefined },

  *judge({ payload }) {
    for (const value of payload.all(path)) {
      if (!oid.test(value.text)) {
        yield { message: quoted(value), at: value, expected: 'dotted decimals', actual: value.text };
      }
    }
  },

  counterexamples: [
    { name: 'a name', ...set('get-policies', '//x:oID[1]/x:value', 'sha256') },
    { name: 'a padded value', ...set('get-policies', '//x:oID[1]/x:value', ' 2.16.840.1.101.3.4.2.1') },
    { name: 'an arc that does not exist', ...set('get-policies', '//x:oID[2]/x:value', '3.1.2') },
    { name: 'an empty value', ...set('get-policies', '//x:oID[2]/x:value', '') },
  ],
});
