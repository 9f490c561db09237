import { defineCheck } from '../../harness/engine/rule/check.ts';
import { status } from '../../harness/engine/rule/departures.ts';

/** The only status that a published answer has. */
export const successStatus = defineCheck({
  id: 'transport/success-status',
  title: 'Success is HTTP status 200',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['TRN-16'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device takes another status for success; no document and no recording shows one that did',
  },
  remedy: 'Answer with status 200.',
  needs: { each: ['discover', 'get-policies', 'issue', 'renew'] },

  *judge({ response, at }) {
    if (response.status !== 200) {
      yield {
        message: `HTTP status is ${response.status}`,
        at: at('status'),
        expected: '200',
        actual: String(response.status),
      };
    }
  },

  counterexamples: [{ name: 'status 202', ...status('issue', 202) }],
});
