import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import { soapMessages } from '../../harness/engine/evidence/kind.ts';
import { actionFinding, hasAction } from './shared/action.ts';

/** Says which operation of the policy service answers. */
export const policiesAction = defineCheck({
  id: 'envelope/policies-action',
  title: 'The GetPolicies answer carries the GetPoliciesResponse action',
  level: 'MUST',
  basis: 'specification',
  requirements: ['ENV-04'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device looks at the Action of an answer, by which SOAP readers route it',
  },
  remedy: 'Set Action to the one that MS-XCEP defines for this answer.',
  needs: { each: 'get-policies' },
  applies: hasAction,

  *judge(evidence) {
    yield* actionFinding(evidence, soapMessages['get-policies'].answerAction);
  },

  counterexamples: [
    {
      name: 'the action of the request',
      ...set('get-policies', '//a:Action', soapMessages['get-policies'].action),
    },
  ],
});
