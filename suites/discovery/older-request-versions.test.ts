import type { Departure } from '../../harness/engine/rule/counterexample.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { olderRequestVersions } from './older-request-versions.ts';
import { discoverVersions } from './scenarios/discover-versions.ts';

const refuses = (versions: string, errorType: string): Departure => ({
  on: 'discover',
  matching: `<RequestVersion>${versions}\\.0<`,
  answer: { as: 'fault', subcode: 'EnrollmentServer', errorType },
});

testCheck(olderRequestVersions, {
  scenarios: [discoverVersions],
  fails: ['The server answered with a fault (MessageFormat); a device shows 0x80180001'],
  alsoFails: {
    'a refusal for another reason': [
      refuses('[1-3]', 'NotSupported'),
      'The server answered with a fault (NotSupported); a device shows 0x80180015',
    ],
  },
  passes: { 'a server that supports 3.0 and no older version': refuses('[12]', 'DeviceNotSupported') },
  inapplicable: { 'a server that supports no Windows before 10 1703': refuses('[1-3]', 'DeviceNotSupported') },
});
