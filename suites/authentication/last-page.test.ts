import { afterLogin, header } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { lastPage } from './last-page.ts';

testCheck(lastPage, {
  fails: ['Content-Type is "text/plain; charset=utf-8"', 'The page has no Content-Type', 'The page has the status 201'],
  passes: { 'no charset': afterLogin(header('authenticate', 'Content-Type', 'Text/HTML')) },
});
