import { testCheck } from '../../harness/testing/check-tester.ts';
import { doubleEncoding } from './double-encoding.ts';
import { renewalVariants } from './scenarios/renewal-variants.ts';

testCheck(doubleEncoding, {
  scenarios: [renewalVariants],
  fails: [/^The server refused with HTTP 200 with an HTML page/, /^The server refused with no complete answer/],
  passes: {
    'a refusal with a SOAP fault': {
      on: 'renew',
      matching: '#PKCS7"[^>]*>TUlJ',
      answer: { as: 'fault', subcode: 'MessageFormat' },
    },
  },
});
