import { answer, rename } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { detailName } from './detail-name.ts';

const limited = answer('issue fault', { as: 'fault', subcode: 'Authentication', errorType: 'CustomServerError' });

testCheck(detailName, {
  cleanIs: 'inapplicable',
  fails: [
    'The detail is WindowsDeviceEnrollmentServiceError in "http://schemas.microsoft.com/windows/pki/2009/01/enrollment"',
    'The detail is DeviceEnrollmentServiceError in ""',
  ],
  passes: {
    'the documented name': limited,
    'the documented name in lower case': [
      limited,
      rename('issue fault', '//wstep:DeviceEnrollmentServiceError', 'deviceenrollmentserviceerror'),
    ],
  },
});
