import { attribute } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { singleResponse } from './single-response.ts';

testCheck(singleResponse, {
  fails: ['The collection holds 2 responses', 'The collection holds 0 responses'],
  passes: { 'a response with a context': attribute('issue', '//wst:RequestSecurityTokenResponse', 'Context', 'urn:x') },
});
