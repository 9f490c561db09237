import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { acceptanceFinding } from '../faults/shared/acceptance.ts';

/** A token that leaked is worthless only if it ends. */
export const expiredToken = defineCheck({
  id: 'authentication/expired-token',
  title: 'A token that has expired is not accepted',
  level: 'MUST',
  basis: 'security',
  requirements: ['AUTH-11'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'whoever finds an old token enrolls with it' },
  remedy: 'Refuse a token whose life has ended with a SOAP fault whose subcode is Authentication.',
  needs: { each: ['get-policies', 'issue'], where: { deviation: 'token-expired' } },

  *judge(evidence) {
    yield* acceptanceFinding(evidence);
  },

  counterexamples: [{ name: 'an expiry that nobody reads', ...behaves({ tokenSkips: 'expiry' }) }],
});
