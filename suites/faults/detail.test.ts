import { answer, append, rename, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { detail } from './detail.ts';

const limited = answer('issue fault', { as: 'fault', subcode: 'Authentication', errorType: 'CustomServerError' });

testCheck(detail, {
  cleanIs: 'inapplicable',
  fails: ['The DeviceEnrollmentServiceError has no ErrorType', 'The DeviceEnrollmentServiceError has no Message'],
  alsoFails: {
    'an empty ErrorType': [
      [limited, set('issue fault', '//wstep:ErrorType', '')],
      'The DeviceEnrollmentServiceError has no ErrorType',
    ],
  },
  passes: {
    'a complete detail': limited,
    'one in another letter case': [limited, rename('issue fault', '//wstep:ErrorType', 'errortype')],
  },
  inapplicable: {
    'a detail of another kind': append('issue fault', '//s:Fault', '<s:Detail><note>x</note></s:Detail>'),
  },
});
