import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, status } from '../../harness/engine/rule/departures.ts';
import { isAdmitted, termsNeeds, termsVisits } from './shared/terms-visits.ts';
import type { TermsVisitSeen } from './shared/terms-visits.ts';

/** An error that names the caller may mean that the server does not trust the issuer of the run: then nothing is known of the page. */
export const termsOfUseAnswer = defineCheck({
  id: 'authentication/terms-of-use-answer',
  title: 'The terms of use open over HTTPS for a request with all parameters and a token',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['TOU-01'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what the window shows in place of the terms, without which no device joins' },
  remedy:
    'Answer a GET with redirect_uri, client-request-id, api-version=1.0, mode and a bearer token with the page, over HTTPS.',
  needs: termsNeeds,
  applies: {
    when: 'the server trusts the issuer of the token',
    test: (exchanges) => judged(exchanges).length > 0,
  },

  *judge(exchanges) {
    for (const visit of judged(exchanges)) {
      const [first] = visit.pages;
      const { url } = first.exchange.request;
      if (!url.startsWith('https:'))
        yield { message: 'The terms of use are not at an HTTPS address', at: first.at('status') };
      if (isAdmitted(visit)) continue;
      const { last } = visit;
      yield { message: `The server answered with ${last.trouble}`, at: last.at('status'), actual: last.trouble };
    }
  },

  counterexamples: [
    { name: 'a page that is not found', ...status('terms-of-use', 404) },
    { name: 'an empty page', ...answer('terms-of-use', { as: 'empty' }), nth: 1 },
    { name: 'JSON', ...answer('terms-of-use', { as: 'json' }), nth: 1 },
  ],
});

function judged(exchanges: Parameters<typeof termsVisits>[0]): readonly TermsVisitSeen[] {
  return termsVisits(exchanges).filter(
    ({ deviations, answer: back, last }) =>
      deviations.length === 0 &&
      back?.error !== 'unauthorized_client' &&
      back?.error !== 'access_denied' &&
      ![401, 403].includes(last.response.status) &&
      (last.state !== 'unusable' || back?.isAccepted !== undefined || back === undefined || back.error !== undefined),
  );
}
