import { replace } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { singleBodyChild } from './single-body-child.ts';

testCheck(singleBodyChild, {
  fails: ['The Body has 2 children', 'The Body has 2 children'],
  passes: { 'comments and white space': replace('issue', '</s:Body>', '\n <!-- done -->\n</s:Body>') },
});
