import { behaves } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { tokenForm } from './token-form.ts';

testCheck(tokenForm, {
  fails: [
    'The form has the method GET',
    'The form has the method GET',
    'The form goes to "ms-app://contoso.example"',
    'The form goes to "ms-app://windows.immersivecontrolpanel/"',
  ],
  passes: { 'a redirect before the page': behaves({ signInRedirects: 'once' }) },
});
