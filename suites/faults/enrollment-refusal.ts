import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, behaves, close } from '../../harness/engine/rule/departures.ts';
import { faultFinding } from './shared/fault-finding.ts';

/** Without the password nobody gets a certificate, and the answer says so. */
export const enrollmentRefusal = defineCheck({
  id: 'faults/enrollment-refusal',
  title: 'RequestSecurityToken with a wrong password is answered with a SOAP fault',
  level: 'MUST',
  basis: 'specification',
  requirements: ['FLT-01', 'ENR-38'],
  since: '0.1.0',
  impact: { kind: 'security', says: 'whoever knows the name of a user gets a certificate in that name' },
  remedy:
    'Authenticate RequestSecurityToken, and answer a wrong credential with a SOAP fault and not by means of HTTP.',
  needs: { each: 'issue', where: { deviation: 'wrong-password' } },

  *judge(evidence) {
    yield* faultFinding(evidence);
  },

  counterexamples: [
    { name: 'a password that is not looked at', ...behaves({ acceptsAnyPassword: true }) },
    { name: 'an error page', ...answer('issue fault', { as: 'html' }) },
    { name: 'a closed connection', ...close('issue fault') },
  ],
});
