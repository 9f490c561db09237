import { defineCheck } from '../../harness/engine/rule/check.ts';
import { unreadAnswer } from './shared/unread-answer.ts';

/**
 * `discovery/offered-policy` judges a policy that the device did not offer; this check judges how the server refuses.
 */
export const uncommonPolicy = defineCheck({
  id: 'discovery/uncommon-policy',
  title: 'A device that offers no policy of the server is refused with a SOAP fault',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['DISC-33'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows offers OnPremise and Federated; a client with none of the policies learns no reason',
  },
  remedy: 'Answer with a SOAP fault where AuthPolicies holds no policy that the server has.',
  needs: { each: 'discover', where: { family: 'uncommon-policy' } },
  applies: {
    when: 'the server chooses none of the policies that the device offers',
    test: ({ state }) => state !== 'success',
  },

  *judge(evidence) {
    yield* unreadAnswer(evidence, 'a SOAP fault');
  },

  counterexamples: [
    {
      name: 'an error page',
      on: 'discover fault',
      asked: '<AuthPolicies><AuthPolicy>Certificate</AuthPolicy></AuthPolicies>',
      answer: { as: 'html' },
    },
    {
      name: 'a closed connection',
      on: 'discover fault',
      asked: '<AuthPolicies><AuthPolicy>Certificate</AuthPolicy></AuthPolicies>',
      connection: 'close',
    },
  ],
});
