import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { filterOf, namedPolicies } from './shared/filtered.ts';

/** Shows whether the server reads the filter: a server with one policy may answer any other filter in the same way. */
export const unknownPolicy = defineCheck({
  id: 'policy/unknown-policy',
  title: 'A requestFilter with an OID that no policy has brings no policy',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['POL-45'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows sends no filter; a client that asks for one policy gets others' },
  remedy: 'Answer a filter of policyOIDs with the policies that have one of these OIDs, and with none where none has.',
  needs: { each: 'get-policies', where: { family: 'unknown-policy' } },
  applies: { when: 'such a filter is not refused', test: ({ state }) => state === 'success' },

  *judge(evidence) {
    for (const { policy, oid = 'without OID' } of namedPolicies(evidence)) {
      yield { message: `Policy ${oid} is in the answer to a filter of ${filterOf(evidence).join(', ')}`, at: policy };
    }
  },

  counterexamples: [{ name: 'a filter that is not read', ...behaves({ sendsAllPolicies: true }) }],
});
