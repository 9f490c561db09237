import { testCheck } from '../../harness/testing/check-tester.ts';
import { messageIdSpellings } from './message-id-spellings.ts';
import { messageIdEcho } from './scenarios/message-id-echo.ts';

const refused = 'The server answered with a fault (MessageFormat); a device shows 0x80180001';

testCheck(messageIdSpellings, { scenarios: [messageIdEcho], fails: [refused, refused] });
