import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { isAdmitted, termsNeeds, variantOf, wrongVisits } from './shared/terms-visits.ts';

/** The page belongs to a user of the tenant. */
export const termsToken = defineCheck({
  id: 'authentication/terms-token',
  title: 'The terms of use open for no token that is wrong in signature, audience, tenant or time, and not without one',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['TOU-02'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'anybody accepts the terms in the name of any user' },
  remedy: 'Verify signature, issuer, tenant, audience and times of the bearer token before the page is shown.',
  needs: termsNeeds,
  applies: {
    when: 'the terms of use open for right tokens before and after wrong ones',
    test: (exchanges) => wrongVisits(exchanges, isOfToken).length > 0,
  },

  *judge(exchanges) {
    for (const visit of wrongVisits(exchanges, isOfToken).filter(isAdmitted)) {
      yield { message: `The terms of use opened for ${variantOf(visit)}`, at: visit.last.at('status') };
    }
  },

  counterexamples: [
    { name: 'a page for everybody', ...behaves({ termsPage: 'anonymous' }) },
    { name: 'a signature that nobody verifies', ...behaves({ entraSkips: 'signature' }) },
    { name: 'any audience', ...behaves({ entraSkips: 'audience' }) },
  ],
});

function isOfToken(deviation: string): boolean {
  return deviation.startsWith('jwt-') || deviation === 'bearer-missing';
}
