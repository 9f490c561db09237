import { testCheck } from '../../harness/testing/check-tester.ts';
import { expectContinue } from './expect-continue.ts';
import { expectContinue as driven } from './scenarios/expect-continue.ts';

const refused = 'The server answered with a fault (MessageFormat); a device shows 0x80180001';

testCheck(expectContinue, { scenarios: [driven], fails: [refused] });
