import { attribute, remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { revision } from './revision.ts';

testCheck(revision, {
  fails: ['majorRevision is "0"', 'minorRevision is "-1"', 'majorRevision is "100.1"'],
  passes: {
    'a nil minorRevision': [
      set('get-policies', '//x:minorRevision', ''),
      attribute('get-policies', '//x:minorRevision', '{http://www.w3.org/2001/XMLSchema-instance}nil', 'true'),
    ],
  },
  inapplicable: { 'a policy without a revision': remove('get-policies', '//x:revision') },
});
