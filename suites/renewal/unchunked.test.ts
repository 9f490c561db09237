import { testCheck } from '../../harness/testing/check-tester.ts';
import { renewalUnchunked } from './unchunked.ts';

testCheck(renewalUnchunked, { fails: ['Transfer-Encoding is "chunked"'] });
