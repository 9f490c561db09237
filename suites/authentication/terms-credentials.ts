import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { rightVisits, termsNeeds } from './shared/terms-visits.ts';

/** The user has signed in already, at Microsoft Entra; the token says who he is. */
export const termsCredentials = defineCheck({
  id: 'authentication/terms-credentials',
  title: 'No page of the terms of use asks for a password',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['TOU-07'],
  since: '0.1.0',
  impact: { kind: 'security', says: 'users learn to type their password into pages that are not of Microsoft Entra' },
  remedy: 'Take the user from the bearer token, and ask for nothing but the consent.',
  needs: termsNeeds,
  applies: {
    when: 'the terms of use showed a page',
    test: (exchanges) => pagesOf(exchanges).length > 0,
  },

  *judge(exchanges) {
    for (const evidence of pagesOf(exchanges)) {
      const fields = evidence.page.forms.flatMap((form) => form.fields).filter(({ type }) => type === 'password');
      for (const { name } of fields) {
        yield { message: `The page has the password field ${JSON.stringify(name)}`, at: evidence.at('body') };
      }
    }
  },

  counterexamples: [{ name: 'a password field', ...behaves({ termsPage: 'asks-password' }) }],
});

function pagesOf(exchanges: Parameters<typeof rightVisits>[0]) {
  return rightVisits(exchanges)
    .flatMap(({ pages }) => pages)
    .filter((evidence) => evidence.state === 'page' && evidence.response.status === 200);
}
