import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { isAdmitted, termsNeeds, variantOf, wrongVisits } from './shared/terms-visits.ts';
import type { TermsVisitSeen } from './shared/terms-visits.ts';

/** `access_denied` stands in an example of the same page. */
const codes: readonly string[] = ['invalid_request', 'unauthorized_client', 'server_error', 'access_denied'];

/** A window that shows no way back leaves the user where he is. */
export const termsErrors = defineCheck({
  id: 'authentication/terms-errors',
  title: 'Errors of the terms of use lead to redirect_uri with a documented error and an error_description',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['TOU-05'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'how the user leaves a window that shows an error, and what the device tells him' },
  remedy: 'Answer each error with HTTP 302 to redirect_uri, with error and a URL-encoded error_description.',
  needs: termsNeeds,
  applies: {
    when: 'the server refused a wrong request between two right ones',
    test: (exchanges) => refused(exchanges).length > 0,
  },

  *judge(exchanges) {
    for (const visit of refused(exchanges)) {
      const { answer, last, question } = visit;
      const { status } = last.response;
      if (answer?.error === undefined) {
        yield {
          message: `The refusal of ${variantOf(visit)} is ${last.trouble}`,
          at: last.at('status'),
          expected: 'HTTP 302',
        };
        continue;
      }
      const at = last.headers('Location')[0] ?? last.at('status');
      const to = question.redirectUri.replace(/[?#].*$/s, '');
      if (status !== 302)
        yield { message: `The error is a redirect with HTTP ${status}`, at: last.at('status'), expected: '302' };
      if (answer.to.toLowerCase() !== to.toLowerCase()) {
        yield { message: 'The error does not lead to redirect_uri', at, expected: to, actual: answer.to };
      }
      if (!codes.includes(answer.error)) {
        yield {
          message: `error is ${JSON.stringify(answer.error)}`,
          at,
          expected: codes.join(', '),
          actual: answer.error,
        };
      }
      if ((answer.description ?? '').trim() === '') yield { message: 'The error has no error_description', at };
    }
  },

  counterexamples: [
    { name: 'errors that are pages', ...behaves({ termsPage: 'errors-as-pages' }) },
    { name: 'a code of its own', ...behaves({ termsPage: 'errors-by-other-code' }) },
    { name: 'no description', ...behaves({ termsPage: 'errors-without-description' }) },
  ],
});

function refused(exchanges: Parameters<typeof wrongVisits>[0]): readonly TermsVisitSeen[] {
  return wrongVisits(exchanges, () => true).filter((visit) => !isAdmitted(visit));
}
