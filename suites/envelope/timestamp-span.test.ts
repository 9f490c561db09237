import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { timestampSpan } from './timestamp-span.ts';

testCheck(timestampSpan, {
  fails: ['The Timestamp spans 30 days', 'Expires is not after Created'],
  passes: {
    'an old Timestamp of five minutes, which another check reports': [
      set('issue', '//u:Created', '2018-11-30T00:32:59.420Z'),
      set('issue', '//u:Expires', '2018-11-30T00:37:59.420Z'),
    ],
  },
  inapplicable: {
    'no Timestamp': remove('issue', '//wsse:Security'),
    'no Expires': remove('issue', '//u:Expires'),
    'a date that is none': set('issue', '//u:Created', 'now'),
  },
});
