import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer } from '../../harness/engine/rule/departures.ts';
import { acceptanceFinding } from './shared/acceptance.ts';

/** With two credentials, one part of a server may check the first one, and another part may use the second one. */
export const repeatedSecurity = defineCheck({
  id: 'faults/repeated-security',
  title: 'Two Security headers, or two credentials in one, are not accepted',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['FLT-09'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'whoever sends two credentials may be checked by one and served by the other' },
  remedy: 'Refuse a request with more than one Security header or credential, with subcode InvalidSecurity.',
  needs: { each: ['get-policies', 'issue'], where: { deviation: 'security-duplicate' } },

  *judge(evidence) {
    yield* acceptanceFinding(evidence);
  },

  counterexamples: [
    {
      name: 'policies for anybody',
      deviation: 'security-duplicate',
      ...answer('get-policies fault', { as: 'control' }),
    },
    { name: 'certificates for anybody', deviation: 'security-duplicate', ...answer('issue fault', { as: 'control' }) },
  ],
});
