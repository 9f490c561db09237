import { testCheck } from '../../harness/testing/check-tester.ts';
import { policyAnswer } from './answer.ts';

testCheck(policyAnswer, {
  fails: [
    'The server answered with HTTP 200 with an empty body; a device shows 0x80180029',
    /^The server answered with HTTP 200 with an HTML page.*; a device shows 0x801900C8$/,
    'The server answered with a fault (InternalServiceFault); a device shows 0x80180006',
    /; a device shows 0x80180010$/,
    /HTTP 200 with \{http:.*enrollmentpolicy\}GetPoliciesResult instead of GetPoliciesResponse/,
  ],
});
