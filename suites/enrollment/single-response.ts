import { defineCheck } from '../../harness/engine/rule/check.ts';
import { duplicate, rename } from '../../harness/engine/rule/departures.ts';
import { responsesIn } from './shared/responses.ts';

/** WS-Trust allows a batch; a device asked for one certificate. */
export const singleResponse = defineCheck({
  id: 'enrollment/single-response',
  title: 'The collection holds exactly one RequestSecurityTokenResponse',
  level: 'MUST',
  basis: 'specification',
  requirements: ['ENR-04'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what the device takes from a collection that does not hold one response' },
  remedy: 'Send one RequestSecurityTokenResponse in the collection, in the namespace of WS-Trust 1.3.',
  needs: { each: ['issue', 'renew'] },

  *judge({ payload }) {
    const responses = responsesIn(payload);
    if (responses.length !== 1) {
      yield {
        message: `The collection holds ${responses.length} responses`,
        at: responses[1] ?? payload,
        expected: '1',
        actual: String(responses.length),
      };
    }
  },

  counterexamples: [
    { name: 'two responses', ...duplicate('issue', '//wst:RequestSecurityTokenResponse') },
    {
      name: 'a response in another namespace',
      ...rename('issue', '//wst:RequestSecurityTokenResponse', '{urn:example}RequestSecurityTokenResponse'),
    },
  ],
});
