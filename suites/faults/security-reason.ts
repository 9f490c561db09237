import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer } from '../../harness/engine/rule/departures.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { refusalFinding } from '../../harness/engine/rule/refusal-finding.ts';

const deviations = ['security-missing', 'security-duplicate', 'security-undecodable', 'timestamp-expired'];

/** The reason tells a client developer where to look. */
export const securityReason = defineCheck({
  id: 'faults/security-reason',
  title:
    'A Security header that is missing, repeated, unusable or out of date is refused with InvalidSecurity or Authentication',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['FLT-09'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows sends no such header; whoever does looks for the mistake elsewhere' },
  remedy: 'Refuse a request whose Security header cannot be used with subcode InvalidSecurity.',
  needs: { each: ['get-policies', 'issue'], where: { deviation: deviations } },
  applies: { when: 'the server refuses the request with a fault', test: ({ state }) => state === 'fault' },

  *judge(evidence) {
    yield* refusalFinding(evidence, 'InvalidSecurity', 'Authentication', ...whereUndecodable(evidence));
  },

  counterexamples: [
    {
      name: 'a missing header that counts as a wrong message',
      deviation: 'security-missing',
      ...answer('get-policies fault', { as: 'fault', subcode: 'MessageFormat' }),
    },
    {
      name: 'an unusable credential that breaks the server',
      deviation: 'security-undecodable',
      ...answer('issue fault', { as: 'fault', subcode: 'InternalServiceFault' }),
    },
  ],
});

/** A credential without a part counts as an incomplete message. */
function whereUndecodable({ facts }: Evidence): string[] {
  return facts.deviations.includes('security-undecodable') ? ['MessageFormat'] : [];
}
