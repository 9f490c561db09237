import { answer, append } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { invalidRequest } from './invalid-request.ts';

const denied = answer('issue fault', { as: 'fault', subcode: 'CertificateRequest' });
const detail = (content: string) =>
  append(
    'issue fault',
    '//s:Fault',
    `<s:Detail><wstep:CertificateEnrollmentWSDetail>${content}</wstep:CertificateEnrollmentWSDetail></s:Detail>`,
  );

testCheck(invalidRequest, {
  cleanIs: 'inapplicable',
  fails: ['InvalidRequest is "false"'],
  alsoFails: {
    'a detail that does not say': [
      [denied, detail('<wstep:RequestID>7</wstep:RequestID>')],
      'InvalidRequest is not given',
    ],
  },
  passes: { 'a denied request': [denied, detail('<wstep:InvalidRequest> 1 </wstep:InvalidRequest>')] },
  inapplicable: { 'a refusal for another reason': detail('<wstep:InvalidRequest>false</wstep:InvalidRequest>') },
});
