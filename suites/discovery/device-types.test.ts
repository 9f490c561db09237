import { testCheck } from '../../harness/testing/check-tester.ts';
import { deviceTypes } from './device-types.ts';
import { discoverValues } from './scenarios/discover-values.ts';

const refused = 'The server answered with a fault (MessageFormat); a device shows 0x80180001';

testCheck(deviceTypes, { scenarios: [discoverValues], fails: [refused, refused] });
