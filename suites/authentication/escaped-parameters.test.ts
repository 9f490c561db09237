import { behaves, header } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { escapedParameters } from './escaped-parameters.ts';

testCheck(escapedParameters, {
  fails: [
    'The page shows markup in login_hint as its own: "<" begins an element, a quotation mark ends an attribute',
    'The page shows markup in appru as its own: "<" begins an element',
    'The page shows markup in login_hint as its own: a quotation mark ends an attribute',
    'The page shows markup in login_hint as its own: a quotation mark ends a text of a script',
  ],
  passes: {
    'an appru of any form, which each page escapes': behaves({ signInPage: 'any-appru' }),
    'a refusal in plain text': [
      behaves({ signInPage: 'raw-appru' }),
      header('authenticate fault', 'Content-Type', 'text/plain'),
    ],
  },
});
