import { remove, replace } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { tokenSpacing } from './token-spacing.ts';

testCheck(tokenSpacing, {
  fails: ['White space stands inside the base64', 'White space stands inside the base64'],
  passes: { 'white space around the token': replace('issue', '">PHdhcC', '">\n\t PHdhcC') },
  inapplicable: { 'an answer without a token': remove('issue', '//wsse:BinarySecurityToken') },
});
