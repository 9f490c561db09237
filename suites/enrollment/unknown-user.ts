import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer } from '../../harness/engine/rule/departures.ts';
import { acceptanceFinding } from '../faults/shared/acceptance.ts';

/** `enrollment/credential-fault` judges the form of the refusal, and `faults/unknown-user` its reason. */
export const unknownEnrollmentUser = defineCheck({
  id: 'enrollment/unknown-user',
  title: 'No certificate is issued to a user whom the server does not know',
  level: 'MUST',
  basis: 'security',
  requirements: ['ENR-35'],
  since: '0.1.0',
  impact: { kind: 'security', says: 'anybody who invents a name enrolls a device' },
  remedy: 'Look up the user of every RequestSecurityToken, and refuse one whom the server does not know.',
  needs: { each: 'issue', where: { deviation: 'unknown-user' } },

  *judge(evidence) {
    yield* acceptanceFinding(evidence, 'A certificate was issued to a user whom nobody knows');
  },

  counterexamples: [
    {
      name: 'certificates for any name',
      asked: '>mde-conformance-nobody@',
      ...answer('issue fault', { as: 'control' }),
    },
  ],
});
