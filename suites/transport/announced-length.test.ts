import { framing } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { announcedLength } from './announced-length.ts';

testCheck(announcedLength, {
  fails: ['The answer has no Content-Length'],
  passes: { 'a chunked answer, which another check reports': framing('discover', 'chunked') },
});
