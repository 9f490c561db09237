import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';

const enrollmentType =
  '/*/*[local-name()="Body"]/wst:RequestSecurityToken/ac:AdditionalContext/ac:ContextItem[@Name="EnrollmentType"]/ac:Value';

/** The device has no user yet when it joins. */
export const entraJoinStore = defineCheck({
  id: 'authentication/entra-join',
  title: 'A device that joins Microsoft Entra gets its certificate in My/System',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['AUTH-18'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device finds its certificate before a user has signed in' },
  remedy: 'Write the certificate below My/System where EnrollmentType is Device.',
  needs: { each: 'issue' },
  applies: {
    when: 'a device joins with a token of Microsoft Entra and EnrollmentType Device',
    test: (evidence) => isJoin(evidence),
  },

  *judge(evidence) {
    const { node, location } = evidence.provisioning.client;
    if (location === 'System') return;
    yield {
      message: `The certificate is below My/${location}`,
      at: node,
      expected: 'My/System',
      actual: `My/${location}`,
    };
  },

  counterexamples: [
    {
      name: 'a certificate of the user for a device that joins',
      ...provisioning.set('//characteristic[@type="My"]/characteristic[@type="System"]/@type', 'User'),
      matching: 'oauth:token-type:jwt[\\s\\S]*>Device<',
    },
  ],
});

function isJoin({ facts, request }: Evidence): boolean {
  return facts.credential === 'jwt' && request.text(enrollmentType)?.trim() === 'Device';
}
