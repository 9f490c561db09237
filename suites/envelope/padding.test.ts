import { testCheck } from '../../harness/testing/check-tester.ts';
import { padding } from './padding.ts';
import { messageStyles } from './scenarios/message-styles.ts';

const refused = 'The server answered with a fault (MessageFormat); a device shows 0x80180001';

testCheck(padding, { scenarios: [messageStyles], fails: [refused, refused, refused] });
