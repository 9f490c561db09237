import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { isAdmitted, termsNeeds, termsVisits } from './shared/terms-visits.ts';
import type { TermsVisitSeen } from './shared/terms-visits.ts';

/** A page without a way to decline, or one that needs script, declines nothing: then the rule is about nothing. */
export const termsDecline = defineCheck({
  id: 'authentication/terms-decline',
  title: 'Declining the terms leads back with IsAccepted=false',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['TOU-04'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what the device makes of a user who declined' },
  remedy: 'Redirect to redirect_uri with IsAccepted=false when the user declines.',
  needs: termsNeeds,
  applies: { when: 'the terms were declined', test: (exchanges) => declined(exchanges).length > 0 },

  *judge(exchanges) {
    for (const { answer, last } of declined(exchanges)) {
      const at = last.headers('Location')[0] ?? last.at('body');
      if (answer?.error !== undefined) {
        yield { message: `The decline led to the error ${JSON.stringify(answer.error)}`, at, actual: answer.error };
      } else if (answer?.isAccepted?.toLowerCase() !== 'false') {
        const given = answer?.isAccepted ?? 'missing';
        yield {
          message: `IsAccepted is ${JSON.stringify(given)} after the user declined`,
          at,
          expected: 'false',
          actual: given,
        };
      }
    }
  },

  counterexamples: [
    { name: 'a decline that accepts', ...behaves({ termsPage: 'declines-as-accepted' }) },
    { name: 'a decline that is an error', ...behaves({ termsPage: 'declines-as-error' }) },
  ],
});

/** A page that accepts at once asked nobody. */
function declined(exchanges: Parameters<typeof termsVisits>[0]): readonly TermsVisitSeen[] {
  return termsVisits(exchanges).filter(
    (visit) =>
      visit.isDeclined &&
      visit.answer !== undefined &&
      (visit.pages.length > 1 || visit.last.state === 'page') &&
      (isAdmitted(visit) || visit.pages.slice(0, -1).some(({ state }) => state === 'page')),
  );
}
