import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import { kindFinding, valuesNamedAt } from './shared/kind-finding.ts';
import { privateKeyPath } from './shared/paths.ts';

const reference = `${privateKeyPath}/x:algorithmOIDReference`;

/** The algorithm that the device makes its key for (MS-XCEP 3.1.4.1.3.20). */
export const algorithmKind = defineCheck({
  id: 'policy/algorithm-kind',
  title: 'algorithmOIDReference, where it is not nil, names the OID of an asymmetric algorithm',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-47'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device that cannot make a key for this OID gives up or makes one for RSA',
  },
  remedy: 'List the OID of the algorithm, for example 1.2.840.113549.1.1.1 for RSA, or send a nil reference.',
  needs: { each: 'get-policies' },
  applies: {
    when: 'a policy names an algorithm that the message lists',
    test: ({ payload }) => valuesNamedAt(payload, reference).length > 0,
  },

  *judge({ payload }) {
    yield* kindFinding(payload, reference, 'algorithm');
  },

  counterexamples: [
    { name: 'an extension', ...set('get-policies', '//x:oID[x:group="3"]/x:value', '2.5.29.37') },
    { name: 'a hash', ...set('get-policies', '//x:oID[x:group="3"]/x:value', '2.16.840.1.101.3.4.2.1') },
  ],
});
