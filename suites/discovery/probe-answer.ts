import { answerFinding } from '../../harness/engine/rule/answer-finding.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { close, status } from '../../harness/engine/rule/departures.ts';

/** The probe is the first request of all. Without an answer, the device finds no enrollment server. */
export const probeAnswer = defineCheck({
  id: 'discovery/probe-answer',
  title: 'A GET of the discovery address is answered with 2xx or 3xx, without credentials',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['TRN-17', 'TRN-02'],
  since: '0.1.0',
  impact: { kind: 'breaks', says: 'the device finds no enrollment server and asks the user for its address' },
  remedy: 'Answer a GET of /EnrollmentServer/Discovery.svc with HTTP 200, whoever asks.',
  needs: { each: 'probe', filter: 'attempt' },

  *judge(evidence) {
    yield* answerFinding(evidence);
  },

  counterexamples: [
    { name: 'a demand for credentials', ...status('probe', 401) },
    { name: 'a method that is not allowed', ...status('probe', 405) },
    { name: 'a closed connection', ...close('probe') },
  ],
});
