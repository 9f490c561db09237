import { framing } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { policiesUnchunked } from './policies-unchunked.ts';

testCheck(policiesUnchunked, {
  fails: ['Transfer-Encoding is "chunked"'],
  passes: { 'a chunked answer to Discover': framing('discover', 'chunked') },
});
