import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, behaves, close } from '../../harness/engine/rule/departures.ts';
import { faultFinding } from './shared/fault-finding.ts';

/** The policy service sees the password first, so its answer tells the user that the password is wrong. */
export const policyRefusal = defineCheck({
  id: 'faults/policy-refusal',
  title: 'GetPolicies with a wrong password is answered with a SOAP fault',
  level: 'MUST',
  basis: 'specification',
  requirements: ['FLT-01', 'POL-33'],
  since: '0.1.0',
  impact: { kind: 'security', says: 'whoever knows the name of a user learns the policies of that user' },
  remedy: 'Authenticate GetPolicies, and answer a wrong credential with a SOAP fault and not by means of HTTP.',
  needs: { each: 'get-policies', where: { deviation: 'wrong-password' } },

  *judge(evidence) {
    yield* faultFinding(evidence);
  },

  counterexamples: [
    { name: 'a password that is not looked at', ...behaves({ acceptsAnyPassword: true }) },
    { name: 'an error page', ...answer('get-policies fault', { as: 'html' }) },
    { name: 'a closed connection', ...close('get-policies fault') },
  ],
});
