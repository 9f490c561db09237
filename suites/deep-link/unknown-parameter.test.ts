import { replace, status } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { unknownParameter } from './unknown-parameter.ts';

testCheck(unknownParameter, {
  fails: [
    'The server answered with HTTP 404',
    'The server answered with HTTP 200 with a page that names ms-device-enrollment: outside of its links, where no script was run',
    /no complete answer/,
  ],
  passes: { 'another link': { ...replace('deep-link-page', 'ownership=3', 'ownership=2'), nth: 2 } },
  inconclusive: {
    'a page that is gone afterwards': { ...status('deep-link-page', 404), nth: 3 },
    'a page without a link': replace('deep-link-page', '<a href', '<a title'),
  },
});
