import { testCheck } from '../../harness/testing/check-tester.ts';
import { deviceTypes } from './device-types.ts';
import { contextItemVariants } from './scenarios/context-item-variants.ts';

testCheck(deviceTypes, {
  scenarios: [contextItemVariants],
  fails: ['The server answered with a fault (MessageFormat); a device shows 0x80180001'],
  passes: {
    'a server that declines handhelds': {
      on: 'issue',
      asked: '<ac:Value>WindowsHandheld<',
      answer: { as: 'fault', subcode: 'EnrollmentServer', errorType: 'DeviceNotSupported' },
    },
  },
});
