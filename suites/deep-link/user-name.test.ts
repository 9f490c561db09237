import { replace } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { userName } from './user-name.ts';

testCheck(userName, {
  fails: [
    'username is "user", which is no e-mail address and no user principal name',
    '"username" has no value',
    'The value of "username" has a "%" that begins no escaped UTF-8',
    'username is "user", which is no e-mail address and no user principal name',
  ],
  passes: {
    'a raw at sign': replace('deep-link-page', 'user%40', 'user@'),
    'a raw plus': replace('deep-link-page', 'user%40', 'user+tag%40'),
  },
  inapplicable: { 'a link without a user': replace('deep-link-page', 'username=user%40contoso.example&amp;', '') },
});
