import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { acceptanceFinding } from '../faults/shared/acceptance.ts';

/** Any service that gets a token could enroll with it otherwise (RFC 8725 section 3.9). */
export const tokenAudience = defineCheck({
  id: 'authentication/token-audience',
  title: 'A token that its issuer made for another service is not accepted',
  level: 'MUST',
  basis: 'security',
  requirements: ['AUTH-20'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'any other service of the issuer enrolls devices of its users' },
  remedy: 'Compare the audience of the token with the identifier of this server, and refuse others.',
  needs: { each: ['get-policies', 'issue'], where: { deviation: 'token-audience' } },

  *judge(evidence) {
    yield* acceptanceFinding(evidence);
  },

  counterexamples: [{ name: 'an audience that nobody reads', ...behaves({ tokenSkips: 'audience' }) }],
});
