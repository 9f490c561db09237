import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { timestamp } from './timestamp.ts';

testCheck(timestamp, {
  fails: [
    'Expires is "2018-12-30T00:37:59.420Z"',
    'Created is "2099-01-01T00:00:00Z"',
    'Created is "Fri, 30 Nov 2018 00:32:59 GMT"',
  ],
  passes: {
    'a clock that is minutes off': set('issue', '//u:Created', '2026-01-15T09:34:00Z'),
    'another time zone and finer fractions': set('issue', '//u:Created', ' 2026-01-15T10:29:00.1234567+01:00\n'),
    'no time zone': set('issue', '//u:Expires', '2026-01-15T09:35:00'),
    'no Expires': remove('issue', '//u:Expires'),
  },
  inapplicable: { 'no Timestamp': remove('issue', '//wsse:Security') },
});
