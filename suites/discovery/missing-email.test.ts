import { testCheck } from '../../harness/testing/check-tester.ts';
import { missingEmail } from './missing-email.ts';
import { discoverRefusals } from './scenarios/discover-refusals.ts';

testCheck(missingEmail, {
  scenarios: [discoverRefusals],
  fails: ['The server accepted the request', /^The server refused with HTTP 500 with a body that is not readable XML/],
  passes: {
    'any subcode': { on: 'discover fault', answer: { as: 'fault', subcode: 'InternalServiceFault' } },
  },
  inconclusive: {
    'a server that refuses everything': { on: 'discover', answer: { as: 'fault', subcode: 'MessageFormat' } },
  },
});
