import { framing } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { windowsEnrollment } from '../enrollment/scenarios/windows-enrollment.ts';
import { repeatedValues } from '../envelope/scenarios/repeated-values.ts';
import { contentLength } from './content-length.ts';

testCheck(contentLength, {
  scenarios: [windowsEnrollment, repeatedValues],
  fails: [
    'The answer has 2 Content-Length headers',
    /^Content-Length is \d+, the body has \d+ bytes$/,
    /^Content-Length is \d+, the body has \d+ bytes$/,
  ],
  passes: { 'a chunked answer, which another check reports': framing('discover', 'chunked') },
});
