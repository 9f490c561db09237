import { behaves } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { tokenInput } from './token-input.ts';

testCheck(tokenInput, {
  fails: [
    'The last form has 0 inputs named "wresult"',
    'The input "wresult" has the type "text"',
    'The input "wresult" is empty',
    'A quotation mark without its escape ends the value of an input too early',
    'The last form has 2 inputs named "wresult"',
  ],
  passes: { 'a token that is XML': behaves({ tokenIsXml: true }) },
});
