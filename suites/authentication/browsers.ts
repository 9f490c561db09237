import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { deadEnd, visitsIn } from './shared/visits.ts';

/** Windows shows the pages in another browser from version to version. */
export const browsers = defineCheck({
  id: 'authentication/browsers',
  title: 'The sign-in page opens in each browser that Windows shows it in',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['AUTH-13'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'in which browser a build of Windows shows the page' },
  remedy: 'Serve the page whatever User-Agent says, and read no version of Windows from it.',
  needs: { across: 'authenticate', atLeast: 1, where: { family: 'browsers' } },

  *judge(pages) {
    for (const visit of visitsIn(pages)) {
      const end = deadEnd(visit);
      if (end !== undefined)
        yield { message: `To ${visit.variant}, the server answered with ${end}`, at: visit.last.at('status') };
    }
  },

  counterexamples: [{ name: 'a page for the broker alone', ...behaves({ signInPage: 'for-broker-only' }) }],
});
