import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { readTermsAnswer } from '../../harness/protocol/terms-of-use/terms-answer.ts';
import { rightVisits, termsNeeds } from './shared/terms-visits.ts';

/** Only a link whose address declines, or a control that says so and nothing else, is taken for a way to decline. */
const declines = /^(?:decline|reject|disagree|i (?:decline|disagree|do not (?:accept|agree)|don't (?:accept|agree)))$/i;

/** A join cannot be half done. */
export const termsJoin = defineCheck({
  id: 'authentication/terms-join',
  title: 'Where a device joins Microsoft Entra, the terms of use offer no way to decline',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['TOU-08'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what becomes of a device whose user declines in the middle of the join' },
  remedy: 'Leave the control that declines out where mode is azureadjoin.',
  needs: termsNeeds,
  applies: {
    when: 'the terms of use showed a page for mode=azureadjoin',
    test: (exchanges) => joinPages(exchanges).length > 0,
  },

  *judge(exchanges) {
    for (const evidence of joinPages(exchanges)) {
      const { forms, links } = evidence.page;
      const declining = [
        ...forms.flatMap(({ buttons }) => buttons.map(({ text }) => text)).filter((text) => declines.test(text)),
        ...links
          .filter(
            ({ address, text }) =>
              declines.test(text) || readTermsAnswer(address)?.isAccepted?.toLowerCase() === 'false',
          )
          .map(({ text }) => text),
      ];
      for (const text of declining) {
        yield { message: `The page offers ${JSON.stringify(text)} with mode=azureadjoin`, at: evidence.at('body') };
      }
    }
  },

  counterexamples: [{ name: 'a button that declines', ...behaves({ termsPage: 'declines-join' }) }],
});

function joinPages(exchanges: readonly Evidence[]): readonly Evidence[] {
  return rightVisits(exchanges)
    .filter(({ question }) => question.mode === 'azureadjoin')
    .flatMap(({ pages }) => pages)
    .filter((evidence) => evidence.state === 'page' && evidence.response.status === 200);
}
