import { remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { singleAction } from './single-action.ts';

testCheck(singleAction, {
  fails: ['The answer has no Action', 'The answer has Action 2 times'],
  alsoFails: { 'no header at all': [remove('discover', '/s:Envelope/s:Header'), 'The answer has no Action'] },
});
