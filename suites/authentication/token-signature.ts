import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { acceptanceFinding } from '../faults/shared/acceptance.ts';

/** A claim proves nothing unless the issuer signed it, by the algorithm that the server expects (RFC 8725 sections 3.1 and 3.2). */
export const tokenSignature = defineCheck({
  id: 'authentication/token-signature',
  title: 'A JSON Web Token is not accepted with another payload or without its signature',
  level: 'MUST',
  basis: 'security',
  requirements: ['AUTH-10'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'whoever writes a token of his own enrolls as somebody else' },
  remedy:
    'Verify the signature of the token with the key and the algorithm that the server itself chose, never as the token says.',
  needs: { each: ['get-policies', 'issue'], where: { deviation: 'token-signature' } },

  *judge(evidence) {
    yield* acceptanceFinding(evidence);
  },

  counterexamples: [
    { name: 'a signature that nobody looks at', ...behaves({ tokenSkips: 'signature' }) },
    { name: 'the algorithm none', ...behaves({ tokenSkips: 'algorithm' }) },
  ],
});
