import { behaves } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { loginHint } from './login-hint.ts';

testCheck(loginHint, {
  fails: [
    'With no login_hint, the server answered with HTTP 200 with an empty body',
    'With the login_hint of another user, the server answered with HTTP 403',
  ],
  passes: { 'a form that a script builds': behaves({ signInPage: 'form-by-script' }) },
});
