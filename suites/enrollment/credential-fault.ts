import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, close, status } from '../../harness/engine/rule/departures.ts';
import { faultFinding } from '../faults/shared/fault-finding.ts';

/** A device understands SOAP only: it does not ask for a password because of an HTTP status or a sign-in page. */
export const credentialFault = defineCheck({
  id: 'enrollment/credential-fault',
  title:
    'RequestSecurityToken without a credential, or of an unknown user, is refused with a SOAP fault and not by HTTP',
  level: 'MUST',
  basis: 'specification',
  requirements: ['ENR-38'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the device shows the number of an HTTP status in place of a reason',
    evidence: { by: 'reported', source: 'fleetdm/fleet issue 34993: 0x80190190 for HTTP 400' },
  },
  remedy: 'Leave authentication to the enrollment service itself, and let it answer with a SOAP fault.',
  needs: { each: 'issue', where: { deviation: ['security-missing', 'unknown-user'] } },
  applies: { when: 'the server refuses the request', test: ({ state }) => state !== 'success' },

  *judge(evidence) {
    yield* faultFinding(evidence);
  },

  counterexamples: [
    { name: 'HTTP 401 with a page', ...answer('issue fault', { as: 'html' }), and: [status('issue fault', 401)] },
    { name: 'a sign-in page', ...answer('issue fault', { as: 'html' }), and: [status('issue fault', 200)] },
    { name: 'a closed connection', ...close('issue fault') },
  ],
});
