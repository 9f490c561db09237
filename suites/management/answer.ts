import { answerFinding } from '../../harness/engine/rule/answer-finding.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, close, rename, status } from '../../harness/engine/rule/departures.ts';

/** All other checks of this phase need this answer. */
export const managementAnswer = defineCheck({
  id: 'management/answer',
  title: 'Each message of a device gets a message of SyncML with HTTP 200',
  level: 'MUST',
  basis: 'specification',
  requirements: ['SYN-01'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'what an enrolled device shows that gets no session; it is enrolled, and nobody can manage it',
  },
  remedy: 'Answer each message at ADDR with HTTP 200 and a SyncML document.',
  needs: { each: 'manage', filter: 'attempt' },

  *judge(evidence) {
    yield* answerFinding(evidence);
  },

  counterexamples: [
    { name: 'an empty answer', ...answer('manage', { as: 'empty' }) },
    { name: 'an HTML page', ...answer('manage', { as: 'html' }) },
    { name: 'HTTP 500', ...status('manage', 500) },
    { name: 'a closed connection', ...close('manage') },
    { name: 'another document', ...rename('manage', '/sync:SyncML', 'SyncMl') },
  ],
});
