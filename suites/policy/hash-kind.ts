import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import { kindFinding, valuesNamedAt } from './shared/kind-finding.ts';
import { attributesPath } from './shared/paths.ts';

const reference = `${attributesPath}/x:hashAlgorithmOIDReference`;

/**
 * The hash of the certificate request (MS-XCEP 3.1.4.1.3.1), one of the three things that Windows honours in a policy. Published
 * policies also name a signature algorithm for its hash.
 */
export const hashKind = defineCheck({
  id: 'policy/hash-kind',
  title: 'hashAlgorithmOIDReference names the OID of a hash',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-46'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device signs its certificate request with another hash or gives up' },
  remedy: 'List the OID of a hash, for example 2.16.840.1.101.3.4.2.1 for SHA-256.',
  needs: { each: 'get-policies' },
  applies: {
    when: 'a policy names a hash that the message lists',
    test: ({ payload }) => valuesNamedAt(payload, reference).length > 0,
  },

  *judge({ payload }) {
    yield* kindFinding(payload, reference, 'hash');
  },

  counterexamples: [
    { name: 'a purpose of keys', ...set('get-policies', '//x:oID[x:group="1"]/x:value', '1.3.6.1.5.5.7.3.2') },
    { name: 'a key', ...set('get-policies', '//x:oID[x:group="1"]/x:value', '1.2.840.113549.1.1.1') },
  ],
});
