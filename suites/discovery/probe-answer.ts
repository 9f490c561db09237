import { answerSeen } from '../../harness/engine/rule/answer-seen.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { close, status } from '../../harness/engine/rule/departures.ts';

/**
 * The probe is the first request of all. Learn prints a sample answer with HTTP 200, and no text says which answers a device takes; none is
 * known to have failed at this one. What the device needs is judged by `discovery/answer`.
 */
export const probeAnswer = defineCheck({
  id: 'discovery/probe-answer',
  title: 'A GET of the discovery address is answered with 2xx or 3xx, without credentials',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['TRN-17'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether the device takes it that there is no enrollment server, and asks the user for an address',
  },
  remedy: 'Answer a GET of /EnrollmentServer/Discovery.svc with HTTP 200, whoever asks.',
  needs: { each: 'probe', filter: 'attempt' },

  *judge(evidence) {
    yield* answerSeen(evidence);
  },

  counterexamples: [
    { name: 'a demand for credentials', ...status('probe', 401) },
    { name: 'a method that is not allowed', ...status('probe', 405) },
    { name: 'a closed connection', ...close('probe') },
  ],
});
