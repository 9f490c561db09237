import { agentFamily } from '../../harness/engine/evidence/agent-enrollment.ts';
import { answerSeen } from '../../harness/engine/rule/answer-seen.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { AnswerDeparture } from '../../harness/engine/rule/counterexample.ts';

const refused = { answer: { as: 'fault', subcode: 'Authentication' } } as const;
const token = { asked: 'DeviceEnrollmentUserToken' } as const;
const inDiscovery: AnswerDeparture = { on: 'discover', asked: '<EmailAddress>agent<', ...refused };

/** Only where the target file says that the server takes such a token: no document demands it. Agents of Fleet enroll so at servers that advertise OnPremise (fleetdm/fleet issues 46387, 48300). */
export const programmaticEnrollment = defineCheck({
  id: 'enrollment/programmatic-enrollment',
  title: 'An agent enrolls a device with its token, whatever AuthPolicy discovery answers and whatever name it gives',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['AGT-01'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what the agent shows whose enrollment is refused' },
  remedy:
    'Accept the token of the agent as DeviceEnrollmentUserToken in GetPolicies and RequestSecurityToken, and any EmailAddress beside it.',
  needs: { each: ['discover', 'get-policies', 'issue'], where: { family: agentFamily } },

  *judge(evidence) {
    yield* answerSeen(evidence);
  },

  counterexamples: [
    { name: 'a server that wants an e-mail address', ...inDiscovery },
    { name: 'a policy service that wants a password', on: 'get-policies', ...token, ...refused },
    { name: 'an enrollment service that wants a password', on: 'issue', ...token, ...refused },
  ],
});
