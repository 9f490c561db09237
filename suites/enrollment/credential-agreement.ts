import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer } from '../../harness/engine/rule/departures.ts';
import { deviceImpact } from '../../harness/engine/rule/device-impact.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { credentialOf, isCredentialRefusal } from './shared/credential.ts';

/** The device asks the user once, so both services have to accept the same credential. */
export const credentialAgreement = defineCheck({
  id: 'enrollment/credential-agreement',
  title: 'The credential that the policy service accepts is accepted by the enrollment service',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['AUTH-09'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the enrollment ends although the password is right',
    evidence: { by: 'reported', source: 'fleetdm/fleet issue 46387: 0x80180027' },
  },
  seen: 'fleetdm/fleet issue 46387: 0x80180027',
  remedy: 'Let the policy and the enrollment service check credentials in the same place and in the same way.',
  needs: { across: ['get-policies', 'issue'], atLeast: 2, filter: 'attempt' },
  applies: {
    when: 'both services got the same credential, and the policy service accepted it',
    test: (attempts) => agreements(attempts).length > 0,
  },

  *judge(attempts) {
    for (const issue of agreements(attempts)) {
      if (isCredentialRefusal(issue)) {
        yield {
          message: `The enrollment service answered with ${issue.trouble} what the policy service accepted`,
          at: issue.at(issue.state === 'fault' ? 'body' : 'status'),
          impact: deviceImpact(issue),
        };
      }
    }
  },

  counterexamples: [
    {
      name: 'an enrollment service that knows no user',
      ...answer('issue', { as: 'fault', subcode: 'Authentication' }),
    },
  ],
});

/** The Issue attempts whose Security header is, to the letter, one that a GetPolicies succeeded with. */
function agreements(attempts: readonly Evidence[]): Evidence[] {
  const accepted = attempts
    .filter(({ kind, state }) => kind === 'get-policies' && state === 'success')
    .map(credentialOf);
  return attempts.filter((attempt) => attempt.kind === 'issue' && accepted.includes(credentialOf(attempt)));
}
