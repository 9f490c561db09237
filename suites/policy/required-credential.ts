import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer } from '../../harness/engine/rule/departures.ts';
import { acceptanceFinding } from '../faults/shared/acceptance.ts';

/** Policies belong to a user and say who issues certificates and how, so the server must not give them to everybody. */
export const requiredCredential = defineCheck({
  id: 'policy/required-credential',
  title: 'No policies are sent without a credential',
  level: 'MUST',
  basis: 'security',
  requirements: ['POL-32'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'anybody who reaches the server learns the policies of its users' },
  remedy: 'Authenticate GetPolicies, and refuse one whose Security header is missing or carries no credential.',
  needs: { each: 'get-policies', where: { deviation: 'security-missing' } },

  *judge(evidence) {
    yield* acceptanceFinding(evidence);
  },

  counterexamples: [
    { name: 'policies for anybody', deviation: 'security-missing', ...answer('get-policies fault', { as: 'control' }) },
  ],
});
