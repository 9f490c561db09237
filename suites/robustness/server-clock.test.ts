import { header } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { serverClock } from './server-clock.ts';

testCheck(serverClock, {
  fails: ["Date is 60 minutes behind the client's clock"],
  alsoFails: {
    'a clock that is ahead': [
      header('issue', 'Date', 'Thu, 15 Jan 2026 09:40:00 GMT'),
      "Date is 10 minutes ahead of the client's clock",
    ],
  },
  passes: { 'a clock that is two minutes off': header('discover', 'Date', 'Thu, 15 Jan 2026 09:32:00 GMT') },
});
