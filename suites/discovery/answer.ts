import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, close } from '../../harness/engine/rule/departures.ts';
import { answerFinding } from '../../harness/engine/rule/answer-finding.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';

/** Without a DiscoverResponse, the device knows neither the addresses nor the credential. */
export const discoverAnswer = defineCheck({
  id: 'discovery/answer',
  title: 'A valid Discover gets a DiscoverResponse',
  level: 'MUST',
  basis: 'windows',
  requirements: ['TRN-16', 'DISC-01', 'DISC-26', 'TRN-22'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the enrollment ends at its first message; the code depends on the answer',
    evidence: witnesses.steps,
  },
  remedy: 'Answer each valid Discover with HTTP 200 and a SOAP 1.2 DiscoverResponse.',
  needs: { each: 'discover', filter: 'attempt' },

  *judge(evidence) {
    yield* answerFinding(evidence);
  },

  counterexamples: [
    { name: 'an empty answer', ...answer('discover', { as: 'empty' }) },
    { name: 'an HTML page', ...answer('discover', { as: 'html' }) },
    { name: 'a fault', ...answer('discover', { as: 'fault', subcode: 'InternalServiceFault' }) },
    { name: 'a closed connection', ...close('discover') },
  ],
});
