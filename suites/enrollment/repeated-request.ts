import { answerFinding } from '../../harness/engine/rule/answer-finding.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, behaves } from '../../harness/engine/rule/departures.ts';

/** A message may arrive twice. The server may serve or refuse the second one, but it has to answer. */
export const repeatedRequest = defineCheck({
  id: 'enrollment/repeated-request',
  title: 'A request for a certificate that comes again is served again or answered with a SOAP fault',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['ENR-32'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device that did not get the first answer learns why the second is a refusal',
  },
  remedy: 'Serve a repeated RequestSecurityToken as a new one, or answer it with a SOAP fault.',
  needs: { each: 'issue', where: { family: 'repeated-request' } },

  *judge(evidence) {
    if (evidence.state !== 'fault') yield* answerFinding(evidence);
  },

  counterexamples: [
    {
      name: 'an error page for an identical message',
      ...behaves({ refusesReplayedRequest: true }),
      and: [answer('issue fault', { as: 'html' })],
    },
    {
      name: 'nothing for a certificate request that is known',
      asked: '5e3a4e0d-2a55-4d0c-9a63-1c1f27c7c1b9',
      ...answer('issue', { as: 'empty' }),
    },
  ],
});
