import { testCheck } from '../../harness/testing/check-tester.ts';
import { userAgents } from './user-agents.ts';
import { messageStyles } from '../envelope/scenarios/message-styles.ts';

const refused = 'The server answered with a fault (MessageFormat); a device shows 0x80180001';

testCheck(userAgents, { scenarios: [messageStyles], fails: [refused, refused, refused, refused] });
