import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import { soapMessages } from '../../harness/engine/evidence/kind.ts';
import { actionFinding, hasAction } from './shared/action.ts';

/** Says which operation of the discovery service answers. */
export const discoverAction = defineCheck({
  id: 'envelope/discover-action',
  title: 'The Discover answer carries the DiscoverResponse action',
  level: 'MUST',
  basis: 'specification',
  requirements: ['ENV-03'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device looks at the Action of an answer, by which SOAP readers route it',
  },
  remedy: 'Set Action to the one that MS-MDE2 3.1.4.1.1.2 defines for this answer.',
  needs: { each: 'discover' },
  applies: hasAction,

  *judge(evidence) {
    yield* actionFinding(evidence, soapMessages.discover.answerAction);
  },

  counterexamples: [
    {
      name: 'the action of the request',
      ...set('discover', '//a:Action', soapMessages.discover.action),
    },
    {
      name: 'the action in lower case',
      ...set('discover', '//a:Action', soapMessages.discover.answerAction.toLowerCase()),
    },
  ],
});
