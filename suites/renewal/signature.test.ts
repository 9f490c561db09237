import { answer } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { renewalRefusals } from './scenarios/renewal-refusals.ts';
import { renewalSignature } from './signature.ts';

const deviation = 'pkcs7-signature';

testCheck(renewalSignature, {
  scenarios: [renewalRefusals],
  fails: [
    'The server accepted the request',
    'The server accepted the request',
    /^The server refused with HTTP 500 with an HTML page/,
  ],
  passes: {
    'a refusal as not eligible': {
      deviation,
      ...answer('renew fault', { as: 'fault', subcode: 'Authorization', errorType: 'NotEligibleToRenew' }),
    },
  },
  inconclusive: {
    throttling: { deviation, on: 'renew fault', status: 429 },
    'a server that renews nothing': answer('renew', { as: 'fault', subcode: 'MessageFormat' }),
  },
});
