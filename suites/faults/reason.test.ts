import { answer, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { reason } from './reason.ts';
import { lowerCaseFault } from '../../harness/testing/lower-case-fault.ts';

testCheck(reason, {
  fails: ['The fault has no Reason with a Text', 'The Reason is " "', 'The Reason is "0x80180002"'],
  passes: {
    'a text in Japanese': set('issue fault', '//s:Text', 'パスワードが違います'),
    'one word': set('issue fault', '//s:Text', 'Unauthorized'),
    'a fault in lower case': answer('issue fault', { as: 'text', text: lowerCaseFault }),
  },
});
