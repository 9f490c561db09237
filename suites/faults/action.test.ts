import { answer, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { faultAction } from './action.ts';
import { lowerCaseFault } from '../../harness/testing/lower-case-fault.ts';

testCheck(faultAction, {
  fails: ['The fault has no Action', 'The Action of the fault is empty'],
  passes: {
    'an Action of its own': set('issue fault', '//a:Action', 'urn:example:fault'),
    'a fault in lower case': answer('issue fault', { as: 'text', text: lowerCaseFault }),
  },
});
