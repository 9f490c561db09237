import { testCheck } from '../../harness/testing/check-tester.ts';
import { newerRequestVersions } from './newer-request-versions.ts';
import { discoverVersions } from './scenarios/discover-versions.ts';

const refused = 'The server answered with a fault (MessageFormat)';

testCheck(newerRequestVersions, {
  scenarios: [discoverVersions],
  fails: [
    `${refused} (no Windows is known to ask for 8.0, and MS-MDE2 is reported to list it)`,
    `${refused} (Windows 11 25H2 asks for 9.0); a device shows 0x80180001`,
  ],
  passes: {
    'a server that refuses what no Windows asks for': {
      on: 'discover',
      asked: 'RequestVersion>42.0<',
      answer: { as: 'fault', subcode: 'EnrollmentServer', errorType: 'DeviceNotSupported' },
    },
  },
});
