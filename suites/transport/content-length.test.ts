import { framing } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { contentLength } from './content-length.ts';

testCheck(contentLength, {
  fails: ['The answer has 2 Content-Length headers', /^Content-Length is \d+, the body has \d+ bytes$/],
  passes: { 'a chunked answer, which another check reports': framing('discover', 'chunked') },
});
