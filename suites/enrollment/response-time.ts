import { defineCheck } from '../../harness/engine/rule/check.ts';
import { slow } from '../../harness/engine/rule/departures.ts';

const patienceMs = 30_000;

/** No document states a limit; 30 seconds is how long WinHTTP waits for an answer when nobody tells it otherwise. */
export const responseTime = defineCheck({
  id: 'enrollment/response-time',
  title: 'Discover, GetPolicies and RequestSecurityToken are answered within 30 seconds',
  level: 'MAY',
  basis: 'interoperability',
  requirements: ['ENR-36'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device still waits when the answer comes; no document states how long it does',
  },
  remedy: 'Answer faster, and issue the certificate without waiting for anything slow.',
  needs: { across: ['discover', 'get-policies', 'issue'], atLeast: 1 },

  *judge(answers) {
    for (const { exchange, at } of answers) {
      if (exchange.durationMs > patienceMs) {
        const actual = `${(exchange.durationMs / 1000).toFixed(1)} s`;
        yield { message: `The answer took ${actual}`, at: at('connection'), expected: 'at most 30 s', actual };
      }
    }
  },

  counterexamples: [
    { name: 'a certificate after 31 seconds', ...slow('issue', 31) },
    { name: 'policies after a minute', ...slow('get-policies', 60) },
  ],
});
