import { testCheck } from '../../harness/testing/check-tester.ts';
import { legacyDiscover } from './legacy-discover.ts';
import { discoverRefusals } from './scenarios/discover-refusals.ts';

testCheck(legacyDiscover, {
  scenarios: [discoverRefusals],
  fails: [/^The server answered with HTTP 500 with an HTML page/, /^The server answered with no complete answer/],
  passes: {
    'a server that speaks the older protocol too': {
      on: 'discover fault',
      deviation: 'legacy-discover',
      answer: { as: 'control' },
    },
  },
});
