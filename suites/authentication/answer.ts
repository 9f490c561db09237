import { answerSeen } from '../../harness/engine/rule/answer-seen.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, close, status } from '../../harness/engine/rule/departures.ts';
import { isStartPage } from './shared/start-page.ts';

/**
 * The window of the sign-in shows what comes, so that a redirect and any page will do. Behind the first page, a refusal may be due to the
 * user, whose password may be wrong.
 */
export const authenticationAnswer = defineCheck({
  id: 'authentication/answer',
  title: 'The sign-in page opens, and what follows it answers with a page or a redirect',
  level: 'MUST',
  basis: 'interoperability',
  requirements: ['AUTH-01'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the device gets no token without the page',
    evidence: {
      by: 'specified',
      source:
        'MS-MDE2 18.0, section 3.2: the page of AuthenticationServiceUrl gives the token of a Federated enrollment',
    },
  },
  seen: 'MicrosoftDocs/windows-itpro-docs issue 2444: no token, since the sign-in page could not be reached',
  remedy: 'Answer a GET of AuthenticationServiceUrl with a page, also with appru and login_hint behind its own query.',
  needs: { each: 'authenticate', filter: 'attempt' },

  *judge(evidence) {
    if (evidence.state === 'page' || (!isStartPage(evidence) && isRefusal(evidence.exchange.answer.response?.status)))
      return;
    yield* answerSeen(evidence);
  },

  counterexamples: [
    { name: 'a page that is not found', ...status('authenticate', 404) },
    { name: 'an error of the server', ...status('authenticate', 500) },
    { name: 'an empty page', ...answer('authenticate', { as: 'empty' }) },
    { name: 'JSON', ...answer('authenticate', { as: 'json' }) },
    { name: 'a closed connection', ...close('authenticate') },
  ],
});

function isRefusal(status = 0): boolean {
  return status >= 400 && status < 500;
}
