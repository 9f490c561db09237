import { testCheck } from '../../harness/testing/check-tester.ts';
import { clientVersions } from '../enrollment/scenarios/client-versions.ts';
import { earlyClientVersion } from './early-client-version.ts';

testCheck(earlyClientVersion, {
  scenarios: [clientVersions],
  fails: [
    'The server answered with a fault (InternalServiceFault); a device shows 0x80180006',
    'The server answered with a fault (MessageFormat); a device shows 0x80180001',
  ],
  inapplicable: {
    'a server that supports Windows 10 1703 and later': {
      on: 'discover',
      asked: '<RequestVersion>3.0<',
      answer: { as: 'fault', subcode: 'EnrollmentServer', errorType: 'DeviceNotSupported' },
    },
  },
});
