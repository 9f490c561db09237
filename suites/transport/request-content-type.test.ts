import { testCheck } from '../../harness/testing/check-tester.ts';
import { requestContentType } from './request-content-type.ts';
import { messageStyles } from '../envelope/scenarios/message-styles.ts';

const refused = 'The server answered with a fault (MessageFormat); a device shows 0x80180001';

testCheck(requestContentType, { scenarios: [messageStyles], fails: [refused, refused, refused] });
