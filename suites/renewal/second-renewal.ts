import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { renewalFinding } from './shared/renewal-finding.ts';

/** A device also has to renew its second certificate. */
export const secondRenewal = defineCheck({
  id: 'renewal/second-renewal',
  title: 'A renewed certificate can be renewed',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['REN-01', 'REN-18'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the enrollment of each device ends when its second certificate expires',
    evidence: {
      by: 'specified',
      source: 'Learn: Certificate renewal 2024: the device enrolls again after its certificate has expired',
    },
  },
  remedy: 'Treat a certificate that came of a renewal like that of an enrollment.',
  needs: { each: 'renew', where: { family: 'second-renewal' } },

  *judge(evidence) {
    yield* renewalFinding(evidence);
  },

  counterexamples: [{ name: 'a server that renews once', ...behaves({ renewsOnce: true }) }],
});
