import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { isAdmitted, termsNeeds, wrongVisits } from './shared/terms-visits.ts';

/** An interface of another version may mean something else by the same parameters. */
export const termsApiVersion = defineCheck({
  id: 'authentication/terms-api-version',
  title: 'The terms of use answer an api-version that they do not know with the error invalid_request',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['TOU-05'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'what a later device makes of an answer that was meant for an earlier interface' },
  remedy: 'Compare api-version with those that the page knows, and answer others with error=invalid_request.',
  needs: termsNeeds,
  applies: {
    when: 'the terms of use open for a known api-version before and after an unknown one',
    test: (exchanges) => wrongVisits(exchanges, isOfVersion).length > 0,
  },

  *judge(exchanges) {
    for (const visit of wrongVisits(exchanges, isOfVersion)) {
      const { answer, last } = visit;
      if (isAdmitted(visit)) {
        yield { message: 'The terms of use opened for the api-version 99.0', at: last.at('status') };
      } else if (answer?.error !== undefined && answer.error !== 'invalid_request') {
        const at = last.headers('Location')[0] ?? last.at('status');
        yield {
          message: `error is ${JSON.stringify(answer.error)}`,
          at,
          expected: 'invalid_request',
          actual: answer.error,
        };
      }
    }
  },

  counterexamples: [
    { name: 'any version', ...behaves({ termsPage: 'any-api-version' }) },
    { name: 'another code', ...behaves({ termsPage: 'errors-by-other-code' }) },
  ],
});

function isOfVersion(deviation: string): boolean {
  return deviation === 'api-version';
}
