import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer } from '../../harness/engine/rule/departures.ts';
import { acceptanceFinding } from '../faults/shared/acceptance.ts';

/** Renewal alone may do without a credential, because the old certificate speaks for it (MS-WSTEP 3.1.1.1). */
export const requiredCredential = defineCheck({
  id: 'enrollment/required-credential',
  title: 'No certificate is issued without a credential',
  level: 'MUST',
  basis: 'security',
  requirements: ['ENR-35'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'anybody who reaches the server enrolls a device' },
  remedy: 'Authenticate every RequestSecurityToken, and refuse one whose Security header carries no credential.',
  needs: { each: 'issue', where: { deviation: 'security-missing' } },

  *judge(evidence) {
    yield* acceptanceFinding(evidence, 'A certificate was issued without a credential');
  },

  counterexamples: [
    {
      name: 'certificates for anybody',
      deviation: 'security-missing',
      ...answer('issue fault', { as: 'control' }),
    },
  ],
});
