import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import { soapMessages } from '../../harness/engine/evidence/kind.ts';
import { actionFinding, hasAction } from './shared/action.ts';

/** Says which operation of the enrollment service answers. */
export const enrollmentAction = defineCheck({
  id: 'envelope/enrollment-action',
  title: 'The RequestSecurityToken answer carries the RSTRC/wstep action',
  level: 'MUST',
  basis: 'specification',
  requirements: ['ENV-05'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device looks at the Action of an answer, by which SOAP readers route it',
  },
  remedy: 'Set Action to the one that MS-WSTEP defines for this answer.',
  needs: { each: ['issue', 'renew'] },
  applies: hasAction,

  *judge(evidence) {
    yield* actionFinding(evidence, soapMessages.issue.answerAction);
  },

  counterexamples: [
    { name: 'the action of the request', ...set('issue', '//a:Action', soapMessages.issue.action) },
    { name: 'an empty action', ...set('issue', '//a:Action', '') },
  ],
});
