import { set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { discoverVersions } from './scenarios/discover-versions.ts';
import { versionSpellings } from './version-spellings.ts';

testCheck(versionSpellings, {
  scenarios: [discoverVersions],
  fails: ['The server answered with a fault (MessageFormat)', 'EnrollmentVersion is "3.0", for another spelling "4.0"'],
  passes: {
    'another spelling of the answer': {
      on: 'discover',
      asked: 'RequestVersion>04.00<',
      xml: { op: 'set', at: '//d:EnrollmentVersion', to: ' 4 ' },
    },
    'one version for everybody': set('discover', '//d:EnrollmentVersion', '3.0'),
  },
});
