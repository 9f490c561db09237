import { answerFinding } from '../../harness/engine/rule/answer-finding.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';

/** A device asks for policies if Discover names the service, and otherwise uses its defaults. */
export const policyIndependence = defineCheck({
  id: 'enrollment/policy-independence',
  title: 'A device that has not asked for policies enrolls',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['POL-39'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether the server refuses a device that asked for its policies at another moment, or another node',
  },
  remedy: 'Let RequestSecurityToken stand for itself, without state of an earlier GetPolicies.',
  needs: { each: 'issue', where: { family: 'enrollment-without-policies' } },

  *judge(evidence) {
    yield* answerFinding(evidence);
  },

  counterexamples: [
    { name: 'a server that demands a GetPolicies before each certificate', ...behaves({ demandsPolicies: true }) },
  ],
});
