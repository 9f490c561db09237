import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { acceptanceFinding } from '../faults/shared/acceptance.ts';

/** Half of a token, another one and no token at all are not what the sign-in page gave. */
export const changedToken = defineCheck({
  id: 'authentication/changed-token',
  title: 'A token that was cut, changed or made up is not accepted',
  level: 'MUST',
  basis: 'security',
  requirements: ['AUTH-10'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'whoever makes up a token enrolls as somebody else' },
  remedy:
    'Verify the whole token of each GetPolicies and RequestSecurityToken: its signature, or that this server gave it.',
  needs: { each: ['get-policies', 'issue'], where: { deviation: 'token-changed' } },

  *judge(evidence) {
    yield* acceptanceFinding(evidence);
  },

  counterexamples: [
    { name: 'any token for somebody', ...behaves({ tokenSkips: 'form' }) },
    { name: 'a signature that nobody looks at', ...behaves({ tokenSkips: 'signature' }) },
  ],
});
