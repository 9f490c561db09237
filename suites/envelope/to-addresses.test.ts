import { testCheck } from '../../harness/testing/check-tester.ts';
import { toAddresses } from './to-addresses.ts';
import { messageStyles } from './scenarios/message-styles.ts';

const refused = 'The server answered with a fault (MessageFormat); a device shows 0x80180001';

testCheck(toAddresses, { scenarios: [messageStyles], fails: [refused, refused, refused, refused] });
