import { testCheckTable } from '../../harness/testing/check-table.ts';
import { messageStyles } from '../envelope/scenarios/message-styles.ts';
import { transportChecks } from './index.ts';
import { expectContinue } from './scenarios/expect-continue.ts';

const refused = 'The server answered with a fault (MessageFormat)';

testCheckTable(transportChecks, {
  'transport/expect-continue': { scenarios: [expectContinue], fails: [refused] },
  'transport/request-content-type': { scenarios: [messageStyles], fails: [refused, refused, refused] },
});
