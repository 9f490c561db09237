import { remove, set } from '../../harness/engine/rule/departures.ts';
import { soapMessages } from '../../harness/engine/evidence/kind.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { discoverAction } from './discover-action.ts';

testCheck(discoverAction, {
  fails: [
    'Action is "http://schemas.microsoft.com/windows/management/2012/01/enrollment/IDiscoveryService/Discover"',
    'Action is "http://schemas.microsoft.com/windows/management/2012/01/enrollment/idiscoveryservice/discoverresponse"',
  ],
  passes: {
    'white space as in the samples': set('discover', '//a:Action', `\n ${soapMessages.discover.answerAction}\n`),
  },
  inapplicable: { 'no Action, which another check reports': remove('discover', '//a:Action') },
});
