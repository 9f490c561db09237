import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer } from '../../harness/engine/rule/departures.ts';
import { acceptanceFinding } from './shared/acceptance.ts';

/** A message expires so that nobody who recorded it can send it again. */
export const expiredTimestamp = defineCheck({
  id: 'faults/expired-timestamp',
  title: 'A Timestamp that has expired is not accepted',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['FLT-09'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'whoever has recorded a request can send it again' },
  remedy: 'Refuse a request whose u:Expires is more than some minutes in the past, with subcode InvalidSecurity.',
  needs: { each: ['get-policies', 'issue'], where: { deviation: 'timestamp-expired' } },

  *judge(evidence) {
    yield* acceptanceFinding(evidence);
  },

  counterexamples: [
    {
      name: 'policies for anybody',
      deviation: 'timestamp-expired',
      ...answer('get-policies fault', { as: 'control' }),
    },
    { name: 'certificates for anybody', deviation: 'timestamp-expired', ...answer('issue fault', { as: 'control' }) },
  ],
});
