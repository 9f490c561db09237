import { defineCheck } from '../../harness/engine/rule/check.ts';
import { remove } from '../../harness/engine/rule/departures.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { policyPath } from './shared/paths.ts';
import { saysUnchanged } from './shared/unchanged.ts';

/**
 * Windows sends no filter, so it can never get a policy that the server holds back (MS-XCEP 3.1.4.1.2.1). But a server may have no
 * policies: `policies` is nillable. No message tells both apart, so this is advice.
 */
export const unfilteredPolicies = defineCheck({
  id: 'policy/unfiltered-policies',
  title: 'A nil requestFilter brings a policy',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['POL-27'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device goes on with its defaults for key length and hash' },
  remedy: 'Answer a request without filter with all policies of the user.',
  needs: { each: 'get-policies' },
  applies: {
    when: 'the request has no filter, and the answer does not say that nothing changed',
    test: (evidence) => isUnfiltered(evidence) && !saysUnchanged(evidence),
  },

  *judge({ payload }) {
    if (!payload.find(policyPath)) {
      yield {
        message: 'The answer to a request without filter has no policy',
        at: payload.find('x:response') ?? payload,
      };
    }
  },

  counterexamples: [
    { name: 'no policies', ...remove('get-policies', '//x:policy') },
    { name: 'no response', ...remove('get-policies', '//x:response') },
  ],
});

function isUnfiltered({ request }: Evidence): boolean {
  const filter = request.find('/*/*[local-name()="Body"]/x:GetPolicies/x:requestFilter');
  return filter === undefined || filter.isNil || filter.children.every(({ isNil }) => isNil);
}
