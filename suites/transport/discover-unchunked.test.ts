import { framing } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { discoverUnchunked } from './discover-unchunked.ts';

testCheck(discoverUnchunked, {
  fails: ['Transfer-Encoding is "chunked"'],
  passes: { 'a chunked answer of the policy service': framing('get-policies', 'chunked') },
});
