import { answerSeen } from '../../harness/engine/rule/answer-seen.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, remove, set } from '../../harness/engine/rule/departures.ts';
import { filterOf, namedPolicies } from './shared/filtered.ts';

const asked = '<x:oid>1.3.6.1.4.1.32473.1';

/** The device asks for the policy that the server has just offered. */
export const filteredPolicies = defineCheck({
  id: 'policy/filtered-policies',
  title: 'A requestFilter with the OID of an offered policy brings this policy and no other',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['POL-45'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows sends no filter; a client that asks for one policy gets another' },
  remedy: 'Answer a filter of policyOIDs with the policies that have one of these OIDs.',
  needs: { each: 'get-policies', where: { family: 'filtered-policies' } },

  *judge(evidence) {
    yield* answerSeen(evidence);
    if (evidence.state !== 'success') return;
    const wanted = filterOf(evidence);
    const policies = namedPolicies(evidence);
    if (policies.length === 0) {
      yield { message: `No policy ${wanted.join(', ')} is in the answer`, at: evidence.payload };
    }
    for (const { policy, oid } of policies) {
      if (oid !== undefined && !wanted.includes(oid)) {
        yield { message: `Policy ${oid} is in the answer`, at: policy, expected: wanted.join(' or '), actual: oid };
      }
    }
  },

  counterexamples: [
    { name: 'another policy', asked, ...set('get-policies', '//x:oID[x:group="9"]/x:value', '1.3.6.1.4.1.32473.9') },
    { name: 'no policy', asked, ...remove('get-policies', '//x:policy') },
    { name: 'a refusal', asked, ...answer('get-policies', { as: 'fault', subcode: 'MessageFormat' }) },
  ],
});
