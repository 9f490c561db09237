import { testCheck } from '../../harness/testing/check-tester.ts';
import { osEditions } from './os-editions.ts';
import { contextItemVariants } from './scenarios/context-item-variants.ts';

testCheck(osEditions, {
  scenarios: [contextItemVariants],
  fails: [
    'The server answered with a fault (MessageFormat); a device shows 0x80180001',
    'The server answered with a fault (EnrollmentServer); a device shows 0x80180005',
  ],
  passes: {
    'a server that says that it does not support Home': {
      on: 'issue',
      matching: 'Name="OSEdition"><ac:Value>101<',
      answer: { as: 'fault', subcode: 'Authorization', errorType: 'DeviceNotSupported' },
    },
  },
});
