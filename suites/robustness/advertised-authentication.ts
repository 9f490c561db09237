import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer } from '../../harness/engine/rule/departures.ts';
import { deviceImpact } from '../../harness/engine/rule/device-impact.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { answerChecks } from '../../harness/engine/evidence/kind.ts';
import { UnusableEvidence } from '../../harness/engine/evidence/unusable.ts';
import { credentialOf, isCredentialRefusal } from '../enrollment/shared/credential.ts';

/**
 * AuthPolicy promises which credential both services accept. If neither service accepts it, a broken promise looks like
 * a wrong password. The check therefore fails only if one service accepts the credential and the other does not.
 */
export const advertisedAuthentication = defineCheck({
  id: 'robustness/advertised-authentication',
  title: 'The policy service honours the AuthPolicy of Discover as the enrollment service does',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['ROB-05'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the enrollment ends although the password is right',
    evidence: { by: 'reported', source: 'fleetdm/fleet issue 46387: 0x80180027' },
  },
  seen: 'fleetdm/fleet issue 46387: 0x80180027',
  remedy: 'Answer only an AuthPolicy whose credential both services accept, and let both check it in the same way.',
  needs: { across: ['get-policies', 'issue'], atLeast: 1, filter: 'attempt' },

  *judge(attempts) {
    const opened = acceptedIn(attempts);
    for (const refused of attempts.filter(({ kind }) => kind === 'get-policies').filter(isCredentialRefusal)) {
      const witness = opened.find((accepted) => credentialOf(accepted) === credentialOf(refused));
      if (witness?.kind === 'issue') {
        yield {
          message: `The policy service answered with ${refused.trouble} what the enrollment service accepted`,
          at: refused.at(refused.state === 'fault' ? 'body' : 'status'),
          impact: deviceImpact(refused),
        };
      }
    }
  },

  counterexamples: [
    {
      name: 'a policy service that knows no user',
      ...answer('get-policies', { as: 'fault', subcode: 'Authentication' }),
    },
    {
      name: 'a policy service that wants another token',
      ...answer('get-policies', { as: 'fault', subcode: 'InvalidSecurity' }),
    },
  ],
});

/** The requests whose credential was accepted; without any, the credential itself may be at fault. */
function acceptedIn(attempts: readonly Evidence[]): readonly Evidence[] {
  const accepted = attempts.filter(({ state }) => state === 'success');
  const [first] = attempts;
  if (accepted.length > 0 || !first) return accepted;
  const blockedBy = answerChecks[first.kind === 'issue' ? 'issue' : 'get-policies'];
  throw new UnusableEvidence(
    `no service accepted the credential; exchange ${first.exchange.index} got ${first.trouble}`,
    blockedBy,
  );
}
