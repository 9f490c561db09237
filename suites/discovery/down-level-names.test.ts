import { testCheck } from '../../harness/testing/check-tester.ts';
import { downLevelNames } from './down-level-names.ts';
import { discoverUsers } from './scenarios/discover-users.ts';

const refused = 'The server answered with a fault (MessageFormat); a device shows 0x80180001';

testCheck(downLevelNames, { scenarios: [discoverUsers], fails: [refused] });
