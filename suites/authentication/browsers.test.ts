import { behaves, status } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { browsers } from './browsers.ts';

testCheck(browsers, {
  fails: ['To a browser with EdgeHTML, the server answered with HTTP 403'],
  passes: { 'a redirect before the page': behaves({ signInRedirects: 'once' }) },
  inconclusive: {
    'a page for Edge alone, because the usual browser gets none': behaves({ signInPage: 'by-user-agent' }),
    'an error for everybody': status('authenticate', 500),
  },
});
