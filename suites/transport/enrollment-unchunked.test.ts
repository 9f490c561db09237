import { framing } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { enrollmentUnchunked } from './enrollment-unchunked.ts';

testCheck(enrollmentUnchunked, {
  fails: ['Transfer-Encoding is "chunked"'],
  passes: { 'a chunked answer to Discover': framing('discover', 'chunked') },
});
