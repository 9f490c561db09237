import { answer, remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { faultRelatesTo } from './relates-to.ts';
import { lowerCaseFault } from '../../harness/testing/lower-case-fault.ts';

testCheck(faultRelatesTo, {
  fails: [
    'RelatesTo is "urn:uuid:urn:uuid:0d5a1441-5891-453b-becf-a2e5f6ea3749"',
    'RelatesTo is "urn:uuid:urn:uuid:00000000"',
  ],
  alsoFails: {
    'a fault in lower case': [
      answer('issue fault', { as: 'text', text: lowerCaseFault }),
      'RelatesTo is "urn:uuid:urn:uuid:0d5a1441-5891-453b-becf-a2e5f6ea3749"',
    ],
  },
  passes: {
    'white space around it': set('issue fault', '//a:RelatesTo', '\n urn:uuid:0d5a1441-5891-453b-becf-a2e5f6ea3749 '),
  },
  inapplicable: {
    'no RelatesTo': [remove('issue fault', '//a:RelatesTo'), remove('get-policies fault', '//a:RelatesTo')],
  },
});
