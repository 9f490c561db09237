import { answerFinding } from '../../harness/engine/rule/answer-finding.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, close, rename } from '../../harness/engine/rule/departures.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';

/**
 * All other checks of this phase need this answer. The device asks at the address that Discover gave, without a
 * SOAPAction.
 */
export const policyAnswer = defineCheck({
  id: 'policy/answer',
  title: 'A valid GetPolicies gets a GetPoliciesResponse',
  level: 'MUST',
  basis: 'windows',
  requirements: ['TRN-16', 'TRN-22', 'TRN-29', 'POL-01'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the enrollment ends before the device makes its key; the code depends on the answer',
    evidence: witnesses.steps,
  },
  remedy: 'Answer each valid GetPolicies with HTTP 200 and a SOAP 1.2 GetPoliciesResponse.',
  needs: { each: 'get-policies', filter: 'attempt' },

  *judge(evidence) {
    yield* answerFinding(evidence);
  },

  counterexamples: [
    { name: 'an empty answer', ...answer('get-policies', { as: 'empty' }) },
    { name: 'an HTML page', ...answer('get-policies', { as: 'html' }) },
    { name: 'a fault', ...answer('get-policies', { as: 'fault', subcode: 'InternalServiceFault' }) },
    { name: 'a closed connection', ...close('get-policies') },
    { name: 'another message', ...rename('get-policies', '//x:GetPoliciesResponse', 'GetPoliciesResult') },
  ],
});
