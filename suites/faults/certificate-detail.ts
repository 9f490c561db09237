import { defineCheck } from '../../harness/engine/rule/check.ts';
import { append } from '../../harness/engine/rule/departures.ts';
import { faultKinds } from './shared/fault-kinds.ts';
import { certificateDetails } from './shared/fault-nodes.ts';

/** MS-WSTEP's own detail, for what the issuer says about a certificate request. */
export const certificateDetail = defineCheck({
  id: 'faults/certificate-detail',
  title: 'A CertificateEnrollmentWSDetail says something, or is left out',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['FLT-21'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether any device reads this detail' },
  remedy: 'Leave the detail out where none of its elements has a value.',
  needs: { each: faultKinds, filter: 'fault' },
  applies: {
    when: 'the fault has a CertificateEnrollmentWSDetail',
    test: ({ fault }) => certificateDetails(fault).length > 0,
  },

  *judge({ fault }) {
    for (const node of certificateDetails(fault)) {
      const hasValue = node.children.some((child) => !child.isNil && child.text.trim() !== '');
      if (!hasValue) yield { message: 'CertificateEnrollmentWSDetail says nothing', at: node };
    }
  },

  counterexamples: [
    {
      name: 'a detail of nothing but nil',
      ...append(
        'issue fault',
        '//s:Fault',
        '<s:Detail><wstep:CertificateEnrollmentWSDetail><wstep:BinaryResponse xsi:nil="true"/>' +
          '<wstep:ErrorCode xsi:nil="true"/><wstep:InvalidRequest xsi:nil="true"/><wstep:RequestID xsi:nil="true"/>' +
          '</wstep:CertificateEnrollmentWSDetail></s:Detail>',
      ),
    },
  ],
});
