import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { termsNeeds, termsVisits } from './shared/terms-visits.ts';

/** People find a failed enrollment in several logs by this id. */
export const termsRequestId = defineCheck({
  id: 'authentication/terms-request-id',
  title: 'What leads back from the terms of use repeats client-request-id',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['TOU-06'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'how a failed visit is found in the logs of device and server' },
  remedy: 'Add client-request-id with the value of the request to each redirect to redirect_uri.',
  needs: termsNeeds,
  applies: {
    when: 'a visit led back to the device',
    test: (exchanges) => termsVisits(exchanges).some(({ answer }) => answer !== undefined),
  },

  *judge(exchanges) {
    for (const { answer, last, question } of termsVisits(exchanges)) {
      if (answer === undefined || answer.requestId?.toLowerCase() === question.requestId.toLowerCase()) continue;
      const at = last.headers('Location')[0] ?? last.at('body');
      yield {
        message: answer.requestId === undefined ? 'client-request-id is missing' : 'client-request-id is another one',
        at,
        expected: question.requestId,
        ...(answer.requestId === undefined ? {} : { actual: answer.requestId }),
      };
    }
  },

  counterexamples: [{ name: 'no client-request-id', ...behaves({ termsPage: 'forgets-request-id' }) }],
});
