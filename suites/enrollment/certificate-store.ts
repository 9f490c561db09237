import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';

const stores: Readonly<Record<string, string>> = { Full: 'User', Device: 'System' };

/** The device makes its key for the user or for the device, and needs the certificate in the same store. */
export const certificateStore = defineCheck({
  id: 'enrollment/certificate-store',
  title: 'The certificate goes to My/User for EnrollmentType Full, to My/System for EnrollmentType Device',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['ENR-19'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether the device finds its certificate in another store than that of its enrollment',
  },
  remedy: 'Choose the store by the ContextItem EnrollmentType of the request.',
  needs: { each: 'issue' },
  applies: {
    when: 'the request has EnrollmentType Full or Device',
    test: (evidence) => storeDue(evidence) !== undefined,
  },

  *judge(evidence) {
    const { node, location } = evidence.provisioning.client;
    const due = storeDue(evidence) ?? '';
    if (location !== due) {
      yield {
        message: `The certificate is below My/${location}`,
        at: node,
        expected: `My/${due}`,
        actual: `My/${location}`,
      };
    }
  },

  counterexamples: [
    {
      name: 'a certificate of the device for a user',
      ...provisioning.set('//characteristic[@type="My"]/characteristic[@type="User"]/@type', 'System'),
    },
    {
      name: 'a certificate of the user for a device',
      ...provisioning.set('//characteristic[@type="My"]/characteristic[@type="System"]/@type', 'User'),
      asked: '>Device<',
    },
  ],
});

const enrollmentType =
  '/*/*[local-name()="Body"]/wst:RequestSecurityToken/ac:AdditionalContext/ac:ContextItem[@Name="EnrollmentType"]/ac:Value';

function storeDue({ request }: Evidence): string | undefined {
  const type = request.text(enrollmentType);
  return stores[type?.trim() ?? ''];
}
