import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { acceptanceFinding } from '../faults/shared/acceptance.ts';

/** Servers tell by ValueType which rules a token has to meet. */
export const tokenValueType = defineCheck({
  id: 'authentication/token-value-type',
  title: 'A token with a ValueType that does not exist is not accepted',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['AUTH-21'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'a token may be checked by the rules of another kind of token' },
  remedy: 'Refuse a BinarySecurityToken whose ValueType is not the one of the AuthPolicy.',
  needs: { each: ['get-policies', 'issue'], where: { deviation: 'token-value-type' } },

  *judge(evidence) {
    yield* acceptanceFinding(evidence);
  },

  counterexamples: [{ name: 'a ValueType that nobody reads', ...behaves({ tokenSkips: 'value-type' }) }],
});
