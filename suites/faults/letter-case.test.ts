import { answer, rename, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { letterCase } from './letter-case.ts';
import { lowerCaseFault } from '../../harness/testing/lower-case-fault.ts';

testCheck(letterCase, {
  fails: ['Fault is written "fault"', 'Receiver is written "receiver"'],
  alsoFails: {
    'a whole fault in lower case': [
      answer('issue fault', { as: 'text', text: lowerCaseFault, contentType: 'application/soap+xml; charset=utf-8' }),
      /^Envelope is written "envelope", and \d+ more in another letter case$/,
    ],
    'a detail in lower case': [
      [
        answer('issue fault', { as: 'fault', subcode: 'Authentication', errorType: 'CustomServerError' }),
        rename('issue fault', '//wstep:DeviceEnrollmentServiceError', 'deviceenrollmentserviceerror'),
      ],
      'DeviceEnrollmentServiceError is written "deviceenrollmentserviceerror"',
    ],
  },
  passes: { 'a subcode in lower case': set('issue fault', '//s:Subcode/s:Value', 's:authentication') },
});
