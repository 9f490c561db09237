import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { deadEnd, visitsIn } from './shared/visits.ts';

/** The user may be another one than the device thinks, and the page asks him anyway. */
export const loginHint = defineCheck({
  id: 'authentication/login-hint',
  title: 'A user signs in whether login_hint is missing, empty or of somebody else',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['AUTH-07'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'when a device sends no login_hint, or that of another user' },
  remedy:
    'Ask for the user on the page. Take login_hint for what stands in the field at first, and never for a condition.',
  needs: { across: 'authenticate', atLeast: 1, where: { family: 'login-hints' } },

  *judge(pages) {
    for (const visit of visitsIn(pages)) {
      const end = deadEnd(visit);
      if (end !== undefined)
        yield { message: `With ${visit.variant}, the server answered with ${end}`, at: visit.last.at('status') };
    }
  },

  counterexamples: [
    { name: 'nothing without the name of a user', ...behaves({ signInPage: 'demands-login-hint' }) },
    { name: 'a token for the user of the hint alone', ...behaves({ signInPage: 'binds-login-hint' }) },
  ],
});
