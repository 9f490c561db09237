import { answerFinding } from '../../harness/engine/rule/answer-finding.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';

/** On a Monday morning, many devices ask at the same time. After a failure they try again, which increases the load. */
export const simultaneousRequests = defineCheck({
  id: 'robustness/simultaneous-requests',
  title: 'Forty identical requests, ten at a time, are answered like one',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['ROB-07'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'devices that enroll at the same time fail by chance',
    evidence: witnesses.steps,
  },
  remedy: 'Look for what the handlers of two requests share: a lock, a pool of connections, a limit of the gateway.',
  needs: { across: 'discover', atLeast: 40, where: { family: 'simultaneous-discovery', isSimultaneous: true } },

  *judge(answers) {
    const failed = answers.filter(({ state }) => state !== 'success');
    for (const evidence of failed.slice(0, 1)) {
      for (const seen of answerFinding(evidence)) {
        yield { ...seen, message: `${failed.length} of ${answers.length} were not answered. ${seen.message}` };
      }
    }
  },

  counterexamples: [
    {
      name: 'each twentieth refused',
      on: 'discover',
      every: 20,
      answer: { as: 'fault', subcode: 'InternalServiceFault' },
    },
    { name: 'each twentieth connection closed', on: 'discover', every: 20, connection: 'close' },
  ],
});
