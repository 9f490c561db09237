import type { Departure } from '../../harness/engine/rule/counterexample.ts';
import { addHeader, afterLogin, header, replace } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

const says = (policy: string): Departure => afterLogin(header('authenticate', 'Content-Security-Policy', policy));
const withoutButton = afterLogin(replace('authenticate', '<button type="submit">Continue</button>', ''));
const blocked = 'The policy blocks each script of the page, and the form has no control that submits it';
const noForm = 'The policy lets no form go to an address with the scheme ms-app:';

testCheck(contentSecurityPolicy, {
  fails: [blocked, noForm],
  alsoFails: {
    'a hash beside unsafe-inline': [
      [says("script-src 'unsafe-inline' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"), withoutButton],
      blocked,
    ],
    'a second policy': [
      [
        says("script-src 'unsafe-inline'"),
        afterLogin(addHeader('authenticate', 'Content-Security-Policy', "script-src 'self'")),
        withoutButton,
      ],
      blocked,
    ],
    'a sandbox without forms': [says('sandbox allow-scripts'), noForm],
  },
  passes: {
    'the hash of the script, without a button': withoutButton,
    'a blocked script, with a button': says("default-src 'none'; form-action ms-app:"),
    'any form': says("form-action *; script-src 'none'"),
    'scripts of the page, without a button': [says("default-src 'self' 'unsafe-inline'"), withoutButton],
  },
  inapplicable: {
    'no policy': afterLogin(header('authenticate', 'Content-Security-Policy')),
  },
});
