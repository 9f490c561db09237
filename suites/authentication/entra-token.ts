import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';

/** Where no service takes a token of the issuer, the server may not trust it, and nothing is known. */
export const entraToken = defineCheck({
  id: 'authentication/entra-token',
  title: 'Policy and enrollment service both take a token with the ValueType urn:ietf:params:oauth:token-type:jwt',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['AUTH-17'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'which error the device shows after the user has accepted the terms' },
  remedy: 'Accept a BinarySecurityToken of this ValueType in both services, and decode base64 once to get the token.',
  needs: { across: ['get-policies', 'issue'], atLeast: 1, filter: 'attempt' },
  applies: {
    when: 'one of the services takes a token of the issuer',
    test: (attempts) => withJwt(attempts).some(({ state }) => state === 'success'),
  },

  *judge(attempts) {
    for (const kind of ['get-policies', 'issue'] as const) {
      const own = withJwt(attempts).filter((attempt) => attempt.kind === kind);
      const [refused] = own;
      if (!refused || own.some(({ state }) => state === 'success')) continue;
      yield {
        message: `The server answered with ${refused.trouble} what its other service accepted`,
        at: refused.at(refused.state === 'fault' ? 'body' : 'status'),
      };
    }
  },

  counterexamples: [
    { name: 'an enrollment service that takes no such token', ...behaves({ entraRefuses: 'enrollment' }) },
  ],
});

function withJwt(attempts: readonly Evidence[]): readonly Evidence[] {
  return attempts.filter(({ facts }) => facts.credential === 'jwt');
}
