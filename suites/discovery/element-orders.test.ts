import { testCheck } from '../../harness/testing/check-tester.ts';
import { elementOrders } from './element-orders.ts';
import { discoverValues } from './scenarios/discover-values.ts';

const refused = 'The server answered with a fault (MessageFormat); a device shows 0x80180001';

testCheck(elementOrders, { scenarios: [discoverValues], fails: [refused, refused] });
