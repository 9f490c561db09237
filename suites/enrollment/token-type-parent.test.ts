import { remove, swap } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { tokenTypeParent } from './token-type-parent.ts';

testCheck(tokenTypeParent, {
  fails: ['TokenType is a child of RequestedSecurityToken'],
  passes: { 'another place among its siblings': swap('issue', '//wst:TokenType') },
  inapplicable: { 'a response without type': remove('issue', '//wst:TokenType') },
});
