import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { authenticationNonce } from './authentication-nonce.ts';

const nonce = '//parm[@name="AAUTHDATA"]';

testCheck(authenticationNonce, {
  fails: ['AAUTHDATA for the level CLIENT is not base64', 'AAUTHDATA for the level CLIENT is not base64'],
  alsoFails: {
    'a nonce with a line break': [
      provisioning.set(`${nonce}/@value`, 'bm9u\nY2U='),
      'AAUTHDATA for the level CLIENT is not base64',
    ],
  },
  inapplicable: { 'a document without nonce': provisioning.remove(nonce) },
});
