import { set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { padding } from './padding.ts';

testCheck(padding, {
  fails: ['The value of Value has white space around it', 'The value of Value has white space around it'],
  passes: { 'a padded Action': set('issue fault', '//a:Action', ' urn:example:fault ') },
});
