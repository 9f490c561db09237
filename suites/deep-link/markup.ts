import { defineCheck } from '../../harness/engine/rule/check.ts';
import { replace } from '../../harness/engine/rule/departures.ts';
import { linksOf, seenIn } from './shared/links-of.ts';

/**
 * A browser takes a raw ampersand before `name=` in an attribute for what it is (HTML, 13.2.5.73), so that a page without escapes may hold a
 * right link. Only a link that a browser reads otherwise than it was meant is wrong.
 */
export const markup = defineCheck({
  id: 'deep-link/markup',
  title: 'A browser reads each enrollment link of a page as it was meant: its ampersands are escaped once',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['LNK-08'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what the enrollment app makes of a link with a wrong character' },
  remedy:
    'Escape the link once where it stands in HTML: write each "&" as "&amp;" in the href, as the command link --html does.',
  needs: { each: 'deep-link-page' },

  *judge(evidence) {
    yield* seenIn(evidence, { kinds: ['escaped-ampersand'] });
    const swallowed = linksOf(evidence).flatMap((link) => link.swallowed ?? []);
    for (const reference of new Set(swallowed)) {
      yield {
        message: `A browser reads ${JSON.stringify(reference)} in the link as another character`,
        at: evidence.at('body'),
      };
    }
  },

  counterexamples: [
    { name: 'ampersands that are escaped twice', ...replace('deep-link-page', 'mdm&amp;', 'mdm&amp;amp;') },
    { name: 'a raw ampersand before a name of HTML', ...replace('deep-link-page', 'ownership=3', 'ownership=3&para') },
    {
      name: 'a raw ampersand before a name of HTML and an escape',
      ...replace('deep-link-page', 'Discovery.svc', 'Discovery.svc%3Fa&copy%3D1'),
    },
  ],
});
