import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, append } from '../../harness/engine/rule/departures.ts';
import { faultKinds } from './shared/fault-kinds.ts';
import { certificateDetails } from './shared/fault-nodes.ts';

/** Distinguishes a request that the issuer denied from one that it could not process. */
export const invalidRequest = defineCheck({
  id: 'faults/invalid-request',
  title: 'InvalidRequest is true where the issuer denied the certificate request',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['FLT-21'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether any device reads this detail' },
  remedy: 'Send InvalidRequest with the value true in the CertificateEnrollmentWSDetail of a denied request.',
  needs: { each: faultKinds, filter: 'fault' },
  applies: {
    when: 'a fault with the subcode CertificateRequest has a CertificateEnrollmentWSDetail',
    test: ({ fault }) => fault.subcode === 'CertificateRequest' && certificateDetails(fault).length > 0,
  },

  *judge({ fault }) {
    for (const node of certificateDetails(fault)) {
      const value = node.textAt('wstep:InvalidRequest')?.trim();
      if (value === 'true' || value === '1') continue;
      yield {
        message: value ? `InvalidRequest is "${value}"` : 'InvalidRequest is not given',
        at: node.find('wstep:InvalidRequest') ?? node,
        expected: 'true',
      };
    }
  },

  counterexamples: [
    {
      name: 'a denied request that is called valid',
      ...answer('issue fault', { as: 'fault', subcode: 'CertificateRequest' }),
      and: [
        append(
          'issue fault',
          '//s:Fault',
          '<s:Detail><wstep:CertificateEnrollmentWSDetail><wstep:BinaryResponse xsi:nil="true"/>' +
            '<wstep:ErrorCode>-2146875391</wstep:ErrorCode><wstep:InvalidRequest>false</wstep:InvalidRequest>' +
            '<wstep:RequestID>7</wstep:RequestID></wstep:CertificateEnrollmentWSDetail></s:Detail>',
        ),
      ],
    },
  ],
});
