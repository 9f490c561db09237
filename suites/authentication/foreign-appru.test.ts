import { behaves } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { foreignAppru } from './foreign-appru.ts';

testCheck(foreignAppru, {
  fails: ['The token goes to "https://receiver.invalid/token"'],
  passes: { 'a redirect before the page': behaves({ signInRedirects: 'once' }) },
});
