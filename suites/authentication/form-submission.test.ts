import { afterLogin, replace } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { formSubmission } from './form-submission.ts';

testCheck(formSubmission, {
  fails: ['The page has no script and the form no control that submits it'],
  passes: {
    'no button': afterLogin(replace('authenticate', '<button type="submit">Continue</button>', '')),
    'no script': afterLogin(replace('authenticate', '<script>document.forms[0].submit();</script>', '')),
  },
});
