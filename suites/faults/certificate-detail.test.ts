import { append } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { certificateDetail } from './certificate-detail.ts';

testCheck(certificateDetail, {
  cleanIs: 'inapplicable',
  fails: ['CertificateEnrollmentWSDetail says nothing'],
  passes: {
    'a detail with an error code': append(
      'issue fault',
      '//s:Fault',
      '<s:Detail><wstep:CertificateEnrollmentWSDetail><wstep:BinaryResponse xsi:nil="true"/>' +
        '<wstep:ErrorCode>-2146875391</wstep:ErrorCode><wstep:InvalidRequest>true</wstep:InvalidRequest>' +
        '<wstep:RequestID xsi:nil="true"/></wstep:CertificateEnrollmentWSDetail></s:Detail>',
    ),
  },
});
